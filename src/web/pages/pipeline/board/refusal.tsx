import { failureOf, failureTitle } from '#web/api/failure.ts';
import { useText } from '#web/text/use-text.ts';

/** Why a form was not written. */
export function Refusal({ error }: Readonly<{ error: unknown }>) {
  const { say } = useText();
  const failure = failureOf(error);
  const details = failure.details.map(({ detail }) => say(detail));
  return (
    <p role="alert" className="form-fault">
      {details.length > 0 ? details.join(' ') : say(failureTitle(failure))}
    </p>
  );
}
