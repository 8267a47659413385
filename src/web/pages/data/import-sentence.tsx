import { signed } from '#web/numbers/figure.ts';
import { Sentence } from '#web/text/sentence.tsx';
import type { TextKey } from '#web/text/use-text.ts';
import type { ImportBatch } from './import-types.ts';
import { rowsOf } from './report-counts.ts';

/** How an import ended, in one sentence. */
export function ImportSentence({ batch: { state, report } }: Readonly<{ batch: ImportBatch }>) {
  const { inserted, updated, rejected } = rowsOf(report);
  const values = {
    inserted: signed(inserted ?? 0, 0),
    updated: signed(updated ?? 0, 0),
    rejected: signed(rejected ?? 0, 0),
  };
  return (
    <p className="lead-sentence">
      <Sentence
        text={textOf(state, { inserted, updated, rejected })}
        values={values}
        parts={{ warn: <b className="warn" /> }}
      />
    </p>
  );
}

type Counts = Readonly<{ inserted: number | null; updated: number | null; rejected: number | null }>;

function textOf(state: ImportBatch['state'], { inserted, updated, rejected }: Counts): TextKey {
  if (state === 'failed') return rejected ? 'data.sentence.failed_rows' : 'data.sentence.failed';
  if (state === 'cancelled') return 'data.sentence.cancelled';
  if (state === 'undone') return 'data.sentence.undone';
  if (!inserted && !updated) return 'data.sentence.nothing_new';
  return rejected ? 'data.sentence.done_but' : 'data.sentence.done';
}
