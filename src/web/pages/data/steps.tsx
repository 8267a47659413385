import { Link } from '@tanstack/react-router';
import { useText } from '#web/text/use-text.ts';
import { type DataPlace, searchOf } from './use-data-place.ts';

const steps = ['files', 'columns', 'preview', 'result'] as const;

type Step = (typeof steps)[number];

/** The steps of an import; those that are done can be gone back to while nothing is written. */
export function Steps({ at, uploadId }: Readonly<{ at: Step; uploadId: string }>) {
  const { t } = useText();
  const now = steps.indexOf(at);
  const places: Partial<Record<Step, DataPlace>> = {
    files: { at: 'start' },
    ...(at === 'result' ? {} : { columns: { at: 'columns', uploadId } }),
  };
  return (
    <nav className="data-steps" aria-label={t('data.steps')}>
      <ol>
        {steps.map((step, index) => {
          const place = index < now ? places[step] : undefined;
          const name = (
            <>
              <b>{index + 1}</b> {t(`data.step.${step}`)}
            </>
          );
          return (
            <li key={step} aria-current={index === now ? 'step' : undefined} data-done={index < now}>
              {place ? (
                <Link to="." search={((before: object) => ({ ...before, ...searchOf(place) })) as never}>
                  {name}
                </Link>
              ) : (
                <span>{name}</span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
