import { failureOf, failureTitle } from '#web/api/failure.ts';
import { useText } from '#web/text/use-text.ts';
import './form-refused.css';

/** Why a form was not taken, in one sentence. */
export function FormRefused({ error }: Readonly<{ error: unknown }>) {
  const { say } = useText();
  if (!error) return null;
  const failure = failureOf(error);
  return (
    <p className="form-refused" role="alert">
      {say(failure.details[0]?.detail ?? failureTitle(failure))}
    </p>
  );
}
