import type { TextsOf } from '../texts-of.ts';
import type { filters as zh } from '../zh/filters.ts';

/** Texts of `filters`. */
export const filters: TextsOf<typeof zh> = {};
