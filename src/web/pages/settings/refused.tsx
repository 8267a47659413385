import { failureOf, failureTitle } from '#web/api/failure.ts';
import { useText } from '#web/text/use-text.ts';

/** Why a change was not made. */
export function Refused({ error }: Readonly<{ error: unknown }>) {
  const { say } = useText();
  if (!error) return null;
  const failure = failureOf(error);
  const [first, ...more] = failure.details.map(({ detail }) => say(detail));
  return (
    <p role="alert" className="settings-refused">
      {first ?? say(failureTitle(failure))}
      {more.map((each) => (
        <span key={each} className="settings-note">
          {each}
        </span>
      ))}
    </p>
  );
}
