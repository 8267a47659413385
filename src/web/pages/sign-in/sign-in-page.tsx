import { useText } from '#web/text/use-text.ts';

/** The door: e-mail and password, back to where one was. */
export function SignInPage() {
  const { t } = useText();
  return <main>{t('shell.tagline')}</main>;
}
