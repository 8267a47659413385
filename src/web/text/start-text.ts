import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Locale } from '#shared/bilingual.ts';
import { remember, remembered } from '#web/theme/remembered.ts';

const loads = {
  zh: async () => (await import('./zh.ts')).texts,
  en: async () => (await import('./en.ts')).texts,
} satisfies Record<Locale, () => Promise<Record<string, string>>>;

/** Loads the reader's language: `?lang=` first, then what was chosen, then what the browser asks for. Only that one is fetched. */
export async function startText(): Promise<void> {
  const locale = firstLocale();
  await i18next.use(initReactI18next).init({
    lng: locale,
    resources: { [locale]: { translation: await loads[locale]() } },
    keySeparator: false,
    nsSeparator: false,
    fallbackLng: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  nameOnPage(locale);
}

/** Switches the language, now and for next time. */
export async function switchLocale(locale: Locale): Promise<void> {
  i18next.addResourceBundle(locale, 'translation', await loads[locale]());
  remember('locale', locale);
  await i18next.changeLanguage(locale);
  nameOnPage(locale);
}

function firstLocale(): Locale {
  const asked = new URLSearchParams(location.search).get('lang') ?? remembered('locale') ?? navigator.language;
  return asked.startsWith('en') ? 'en' : 'zh';
}

function nameOnPage(locale: Locale): void {
  document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en';
}
