import type { TextsOf } from '../texts-of.ts';
import type { overview as zh } from '../zh/overview.ts';

/** Texts of `overview`. */
export const overview: TextsOf<typeof zh> = {};
