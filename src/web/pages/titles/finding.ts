import type { TextKey, TextValues } from '#web/text/use-text.ts';

/** A sentence computed from rows: which text, filled with what. Numbers are already worded. */
export type Finding = Readonly<{ text: TextKey; values: TextValues }>;
