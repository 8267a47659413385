import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { palette, type Scheme, tokens } from './tokens.ts';

const css = readFileSync(new URL('./variables.css', import.meta.url), 'utf8');
const blocks = css.split('}').map((block) => block.split('{'));
const variables = (selector: string) =>
  Object.fromEntries(
    [...(blocks.find(([name]) => name?.trim().endsWith(selector))?.[1] ?? '').matchAll(/--([\w-]+): ([^;]+);/g)].map(
      ([, name, value]) => [name, value?.replaceAll(/\s+/g, ' ')],
    ),
  );
const asWritten = (scheme: Scheme) => ({ ...tokens[scheme] });
const squeezed = (values: Record<string, string | undefined>) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      value?.toLowerCase().replaceAll(/\s/g, '').replaceAll(',0.', ',.'),
    ]),
  );

test('the variables of the style sheet are the tokens, in both schemes', () => {
  expect(squeezed(variables(':root'))).toEqual(squeezed(asWritten('light')));
  expect(squeezed(variables(':root[data-theme="dark"]'))).toEqual(squeezed(asWritten('dark')));
});
test('绿涨红跌 swaps up and down and nothing else', () => {
  const red = palette('light', 'red_up');
  const green = palette('light', 'green_up');
  expect([green.up, green.down]).toEqual([red.down, red.up]);
  expect({ ...green, up: red.up, down: red.down }).toEqual(red);
});

const luminance = (hex: string) => {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
};
const contrast = (one: string, other: string) => {
  const [light, dark] = [luminance(one), luminance(other)].sort((left, right) => right - left);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
};
test.each(['light', 'dark'] as const)('every text colour is readable on its ground in %s', (scheme) => {
  const roles = tokens[scheme];
  const pairs = [
    ...(['ink', 't2', 't3', 'acc-t', 'up', 'down', 'warn', 'error'] as const).map((role) => [roles[role], roles.bg]),
    [roles['acc-t'], roles['acc-bg']],
    [roles.warn, roles['warn-bg']],
    ['#FFFFFF', roles['acc-btn']],
    ...palette(scheme, 'red_up').sequential.map((step) => [step.text, step.fill]),
  ];
  expect(pairs.filter(([text, ground]) => contrast(text ?? '', ground ?? '') < 4.5)).toEqual([]);
});
