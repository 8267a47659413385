import type { TextKey } from '#web/text/use-text.ts';
import type { ChurnLevel } from './churn-queries.ts';

/** A level's name, with its count, and what it means. */
export const levelTexts: Readonly<Record<ChurnLevel, Readonly<Record<'name' | 'counted' | 'meaning', TextKey>>>> = {
  high: { name: 'churn.high', counted: 'churn.high_count', meaning: 'churn.high_means' },
  medium: { name: 'churn.medium', counted: 'churn.medium_count', meaning: 'churn.medium_means' },
  low: { name: 'churn.low_name', counted: 'churn.low_count', meaning: 'churn.low_means' },
};
