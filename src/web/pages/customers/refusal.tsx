import { failureOf, failureTitle } from '#web/api/failure.ts';
import { useText } from '#web/text/use-text.ts';

/** Why something was not done, in the server's words. */
export function Refusal({ error }: Readonly<{ error: unknown }>) {
  const { t, say } = useText();
  const failure = failureOf(error);
  const [first] = failure.details;
  return (
    <p role="alert" className="warn">
      {first ? say(first.detail) : say(failureTitle(failure))}{' '}
      <span className="t3">{t('panel.code', { code: failure.code })}</span>
    </p>
  );
}
