import { expect, test } from 'vitest';
import { draftFrom, draftOf, movedBy, pipelineInput } from './stage-draft.ts';

test('a pipeline edited without a change is written as it was, and only its open stages', () => {
  const stage = (id: string, probability: number | null) => ({
    id,
    name: id,
    kind: 'open' as const,
    probability,
    dwellLimitDays: 14,
  });
  const draft = draftOf({
    id: 'p',
    name: '直销',
    stages: [stage('a', 0.125), stage('b', null), { ...stage('won', 1), kind: 'won' }],
  });
  expect(pipelineInput(draft)).toEqual({
    name: '直销',
    stages: [
      { id: 'a', name: 'a', probability: 0.125, dwellLimitDays: 14 },
      { id: 'b', name: 'b', probability: null, dwellLimitDays: 14 },
    ],
  });
});

test('a template makes a new pipeline in the language of the reader', () => {
  const stages = [{ name: { zh: '演示', en: 'Demo' }, probability: 0.35, dwellLimitDays: 9 }];
  const template = { id: 'software', name: { zh: '软件', en: 'Software' }, stages };
  const written = pipelineInput(draftFrom(template, 'en'));
  expect(written).toEqual({ name: 'Software', stages: [{ name: 'Demo', probability: 0.35, dwellLimitDays: 9 }] });
});

test('a stage moves up and down, and not over the ends', () => {
  expect(movedBy(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
  expect(movedBy(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
  expect(movedBy(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
  expect(movedBy(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c']);
});
