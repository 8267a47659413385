import { expect, test } from 'vitest';
import { texts as en } from './en.ts';
import { texts as zh } from './zh.ts';

const base = (key: string) => key.replace(/_(one|other)$/, '');
const bases = (texts: Record<string, string>) => [...new Set(Object.keys(texts).map(base))].sort();
const holes = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}|<(\w+)/g)].map((found) => found[0]).sort();

test('every text exists in both languages and none is left over', () => {
  expect(bases(en)).toEqual(bases(zh));
});
test('both languages fill the same values and mark up the same parts', () => {
  const differing = Object.keys(zh).filter(
    (key) => holes(zh[key as keyof typeof zh]).join() !== holes(en[key as keyof typeof en] ?? '').join(),
  );
  expect(differing).toEqual([]);
});
test('no text is empty, and Chinese has no space between 汉字 and digits', () => {
  expect(Object.entries({ ...zh }).filter(([, text]) => text.trim() === '')).toEqual([]);
  expect(Object.entries(zh).filter(([, text]) => /\p{Script=Han} [0-9]|[0-9}] \p{Script=Han}/u.test(text))).toEqual([]);
});
test('English has no Chinese in it but the name of the language', () => {
  expect(
    Object.entries(en).filter(([, text]) => /\p{Script=Han}/u.test(text.replace(/中文|红涨绿跌|绿涨红跌/g, ''))),
  ).toEqual([]);
});
