import { switchLocale } from '#web/text/start-text.ts';
import { useText } from '#web/text/use-text.ts';

/** The other language, in its own name. */
export function LanguageSwitch() {
  const { t, locale } = useText();
  const other = locale === 'zh' ? 'en' : 'zh';
  return (
    <button type="button" className="link" lang={other} onClick={() => void switchLocale(other)}>
      {t(`shell.language.${other}`)}
    </button>
  );
}
