import { expect, test } from 'vitest';
import { forecastAccuracy } from './forecast-accuracy.ts';

test('20 too much and 20 too little of 200 are no bias, but 20 % off', () => {
  const months = [
    { forecast: 120, actual: 100 },
    { forecast: 80, actual: 100 },
  ];
  expect(forecastAccuracy(months)).toEqual({ kind: 'accuracy', bias: 0, wape: 0.2, n: 2 });
});

test('who always promises a tenth too much has a bias of 10 %', () => {
  const months = [
    { forecast: 110, actual: 100 },
    { forecast: 55, actual: 50 },
  ];
  expect(forecastAccuracy(months)).toEqual({ kind: 'accuracy', bias: 0.1, wape: 0.1, n: 2 });
});

test('a month that brought nothing counts against the forecast', () => {
  const months = [
    { forecast: 50, actual: 0 },
    { forecast: 100, actual: 100 },
  ];
  expect(forecastAccuracy(months)).toMatchObject({ bias: 0.5, wape: 0.5 });
});

test('where nothing came at all there is nothing to measure by', () => {
  expect(forecastAccuracy([])).toEqual({ kind: 'not_enough_data', need: 1, have: 0 });
  expect(forecastAccuracy([{ forecast: 5, actual: 0 }])).toEqual({ kind: 'not_enough_data', need: 1, have: 0 });
});
