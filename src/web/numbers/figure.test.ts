import { describe, expect, test } from 'vitest';
import { figure, figureText } from './figure.ts';

const zh = { locale: 'zh', currency: 'CNY' } as const;
const en = { locale: 'en', currency: 'CNY' } as const;
const money = (value: string | number | null, style: typeof zh | typeof en) => figure(value, 'money', style).text;

describe('money in Chinese', () => {
  test('below 100 万 it has one decimal, then none, from 1 亿 two', () => {
    expect(money('136000', zh)).toBe('13.6万');
    expect(money('54120000', zh)).toBe('5,412万');
    expect(money('120000000', zh)).toBe('1.20亿');
  });
  test('below 1 万 it is whole 元', () => {
    expect(money('8560.4', zh)).toBe('8,560元');
    expect(money('12.5', zh)).toBe('12.50元');
    expect(money(0, zh)).toBe('0元');
  });
  test('a figure that rounds up to the next unit is written in it', () => {
    expect(money('9999.6', zh)).toBe('1.0万');
    expect(money('999600', zh)).toBe('100万');
    expect(money('99996000', zh)).toBe('1.00亿');
  });
  test('another currency keeps its sign', () => {
    expect(figure('136000', 'money', { locale: 'zh', currency: 'USD' }).text).toBe('$13.6万');
  });
});

describe('money in English', () => {
  test('thousands have no decimals, millions two, from ¥100M one, billions two', () => {
    expect(money('136000', en)).toBe('¥136K');
    expect(money('54120000', en)).toBe('¥54.12M');
    expect(money('186500000', en)).toBe('¥186.5M');
    expect(money('1200000000', en)).toBe('¥1.20B');
  });
  test('below ten thousand it is whole', () => {
    expect(money('8560', en)).toBe('¥8,560');
  });
  test('a figure that rounds up to the next unit is written in it', () => {
    expect(money('999600', en)).toBe('¥1.00M');
    expect(money('999960000', en)).toBe('¥1.00B');
    expect(money('99999000', en)).toBe('¥100.0M');
  });
});

test('a minus is U+2212 and stands before the currency', () => {
  expect(money('-2880000', zh)).toBe('\u2212288万');
  expect(money('-2880000', en)).toBe('\u2212¥2.88M');
  expect(money('-0.001', zh)).toBe('0.00元');
});
test('unknown is a dash, never zero', () => {
  expect(money(null, zh)).toBe('—');
  expect(figure(undefined, 'ratio', en).text).toBe('—');
  expect(figure(Number.NaN, 'count', en).text).toBe('—');
});
test('value and unit come apart for a tile', () => {
  expect(figure('54120000', 'money', zh)).toEqual({ value: '5,412', unit: '万', text: '5,412万' });
  expect(figure('54120000', 'money', en)).toEqual({ value: '¥54.12', unit: 'M', text: '¥54.12M' });
  expect(figure(0.272, 'ratio', zh)).toEqual({ value: '27.2', unit: '%', text: '27.2%' });
});
test('days and minutes say their unit, counts are grouped', () => {
  expect(figure(21, 'days', zh).text).toBe('21天');
  expect(figure(21.5, 'days', en).text).toBe('21.5 days');
  expect(figure(4985, 'count', zh).text).toBe('4,985');
});
test('a gap has a plus when asked', () => {
  expect(figureText('320000', 'money', { ...zh, plus: true })).toBe('+32.0万');
  expect(figureText('-320000', 'money', { ...zh, plus: true })).toBe('\u221232.0万');
});
