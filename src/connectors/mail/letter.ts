import type { Bilingual } from '#shared/bilingual.ts';
import type { Mail } from './mailer.ts';

/** A letter in both languages, Chinese first: nobody who gets one has told us which they read. */
export function letter(to: string, { subject, text }: Readonly<{ subject: Bilingual; text: Bilingual }>): Mail {
  return {
    to,
    subject: `${subject.zh} · ${subject.en}`,
    text: `${text.zh}\n\n———\n\n${text.en}\n`,
  };
}
