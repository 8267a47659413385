import type { TextsOf } from '../texts-of.ts';
import type { revenue as zh } from '../zh/revenue.ts';

/** Texts of `revenue`. */
export const revenue: TextsOf<typeof zh> = {};
