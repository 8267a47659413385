import { useText } from '#web/text/use-text.ts';
import type { ImportBatch } from './import-types.ts';

const marks = { running: '◌', done: '●', failed: '▲', cancelled: '○', undone: '○' } as const;

/** The state of an import in a word and a mark; while it runs, how far it is. */
export function ImportState({ batch: { state, progress } }: Readonly<{ batch: ImportBatch }>) {
  const { t } = useText();
  const percent = progress?.total ? Math.round((progress.rows / progress.total) * 100) : null;
  return (
    <span className={`data-state data-state-${state}`}>
      <i aria-hidden="true">{marks[state]}</i>
      {t(`data.state.${state}`)}
      {percent !== null && <span className="num"> {percent}%</span>}
    </span>
  );
}
