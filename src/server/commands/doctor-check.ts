import type { Bilingual } from '#shared/bilingual.ts';
import type { CommandContext } from './command.ts';

/** One thing that `doctor` looks at: says what it found, throws when it is not sound. */
export type Check = Readonly<{ name: Bilingual; run: (context: CommandContext) => Promise<Bilingual> }>;
