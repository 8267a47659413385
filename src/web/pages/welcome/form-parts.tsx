import { failureOf, failureTitle } from '#web/api/failure.ts';
import { useText } from '#web/text/use-text.ts';
import './outside-form.css';

/** A field that people neither see nor reach; whoever fills it in is a program. */
export function Trap() {
  return (
    <div className="outside-trap" aria-hidden="true">
      <input name="website" tabIndex={-1} autoComplete="off" />
    </div>
  );
}

/** Why a form was not taken. */
export function FormFailure({ error }: Readonly<{ error: unknown }>) {
  const { say } = useText();
  if (!error) return null;
  const failure = failureOf(error);
  return (
    <p className="outside-failure" role="alert">
      {say(failure.details[0]?.detail ?? failureTitle(failure))}
    </p>
  );
}

/** What was typed into a form, by the names of its fields. */
export function typedIn(form: HTMLFormElement): (name: string) => string {
  const fields = new FormData(form);
  return (name) => String(fields.get(name) ?? '');
}
