import { failureOf, failureTitle } from '#web/api/failure.ts';
import { useText } from '#web/text/use-text.ts';

/** Why what a dialog asked for was not done. */
export function DialogRefused({ error }: Readonly<{ error: unknown }>) {
  const { say } = useText();
  if (!error) return null;
  const failure = failureOf(error);
  return (
    <p className="dialog-refused" role="alert">
      {say(failure.details[0]?.detail ?? failureTitle(failure))}
    </p>
  );
}
