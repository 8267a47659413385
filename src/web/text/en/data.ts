import type { TextsOf } from '../texts-of.ts';
import type { data as zh } from '../zh/data.ts';

/** Texts of `data`. */
export const data: TextsOf<typeof zh> = {};
