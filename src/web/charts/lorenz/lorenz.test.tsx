import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Lorenz } from './lorenz.tsx';

test('the curve goes from nothing to everything, under the even spread', () => {
  const points = [
    { people: 0, amount: 0 },
    { people: 0.5, amount: 0.1 },
    { people: 1, amount: 1 },
  ];
  const svg = renderToStaticMarkup(
    <Lorenz points={points} label="洛伦兹曲线" axes={{ people: '销售', amount: '客户' }} />,
  );
  expect(svg).toContain('points="10.0,140.0 85.0,126.8 160.0,8.0" fill="none"');
  expect(svg).toContain('aria-label="洛伦兹曲线"');
});
