import { useTranslation } from 'react-i18next';
import type { Bilingual, Locale } from '#shared/bilingual.ts';
import type { BaseKey } from './texts-of.ts';
import type { texts } from './zh.ts';

/** Every text there is: `'panel.retry'`. A plural (`x_one`, `x_other`) is asked for as `x` with `{ count }`. */
export type TextKey = BaseKey<keyof typeof texts>;

/** What a text is filled with: `{{name}}`. */
export type TextValues = Readonly<Record<string, string | number>>;

/** The reader's language: `t` for our own texts, `say` for texts that come with the data. */
export type Words = Readonly<{
  locale: Locale;
  t: (key: TextKey, values?: TextValues) => string;
  say: (text: Bilingual) => string;
}>;

/** The words of the page in the reader's language; the component is drawn again when it is switched. */
export function useText(): Words {
  const { t, i18n } = useTranslation();
  const locale: Locale = i18n.language === 'en' ? 'en' : 'zh';
  return {
    locale,
    // TRAP: without a count i18next never looks at `x_other`; several is the form for a word on its own.
    t: (key, values) => String(t(key as never, { count: 2, ...values } as never)),
    say: (text) => text[locale],
  };
}
