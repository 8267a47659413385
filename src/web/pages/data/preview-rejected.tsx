import { useState } from 'react';
import { signed } from '#web/numbers/figure.ts';
import { type TextKey, useText } from '#web/text/use-text.ts';
import type { Preview } from './import-types.ts';
import { RejectedTable } from './rejected-table.tsx';
import { Section } from './section.tsx';

const folded = 10;

/** What is asked as a question of its own. */
const openDate = 'ambiguous_date';

/** What of the files would be left out, and whether that keeps the rest from being imported. */
export function PreviewRejected({ preview }: Readonly<{ preview: Preview }>) {
  const { t } = useText();
  const [isWhole, setWhole] = useState(false);
  const { report } = preview;
  const rejected = preview.rejected.filter(({ code }) => code !== openDate);
  const total = report.rejectedCount - (preview.rejected.length - rejected.length);
  if (rejected.length === 0) return null;
  const rows = isWhole ? rejected : rejected.slice(0, folded);
  return (
    <Section
      id="rejected"
      title={t('data.rejected.title', { total: signed(total, 0) })}
      subtitle={t(subtitleOf(preview))}
    >
      <RejectedTable rows={rows} />
      {total > folded && (
        <p className="data-line">
          <span className="t2">{t('data.shown', { shown: signed(rows.length, 0), total: signed(total, 0) })}</span>
          {!isWhole && (
            <button type="button" className="link" onClick={() => setWhole(true)}>
              {t('data.more')}
            </button>
          )}
        </p>
      )}
    </Section>
  );
}

function subtitleOf({ fatalCount, report, rejected }: Preview): TextKey {
  if (fatalCount > rejected.filter(({ code }) => code === openDate).length) return 'data.rejected.fatal';
  return report.blockingCount > 0 ? 'data.rejected.preview' : 'data.rejected.harmless';
}
