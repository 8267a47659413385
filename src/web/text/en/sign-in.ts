import type { TextsOf } from '../texts-of.ts';
import type { signIn as zh } from '../zh/sign-in.ts';

/** Texts of `sign-in`. */
export const signIn: TextsOf<typeof zh> = {};
