import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Scatter } from './scatter.tsx';

const point = { x: 50, y: 100, size: 100, isMarked: false, label: '甲：活跃50' };

const drawn = (points: readonly (typeof point & { id: string })[]) =>
  renderToStaticMarkup(
    <Scatter
      label="活跃与跟进"
      axes={{ x: '活跃', y: '跟进' }}
      split={{ x: 50, y: 50 }}
      corners={{ leftTop: '左上', leftBottom: '左下', rightTop: '右上', rightBottom: '右下' }}
      points={points}
    />,
  );

test('a dot stands at its scores, has words, and the greatest is the largest', () => {
  const svg = drawn([
    { ...point, id: 'a' },
    { ...point, id: 'b', size: 25, label: '乙：活跃50' },
  ]);
  expect(svg).toContain('cx="283" cy="10" r="10"');
  expect(svg).toContain('cx="283" cy="10" r="6.25"');
  expect(svg).toContain('aria-label="乙：活跃50"');
});

test('what needs attention lies on top, in its own colour', () => {
  const svg = drawn([
    { ...point, id: 'a', isMarked: true },
    { ...point, id: 'b' },
  ]);
  expect(svg.indexOf('var(--warn-f)')).toBeGreaterThan(svg.indexOf('fill="var(--acc)"'));
});
