import { useNumbers } from '#web/numbers/use-numbers.ts';
import { useText } from '#web/text/use-text.ts';
import type { LostBy, LostPart, LostReasons, LostSplit } from './lost-query.ts';

/** Rivals beyond the first few have one deal each. */
const mostParts = 6;

type PartsProps = Readonly<{
  answer: LostReasons;
  split: LostSplit;
  by: LostBy;
  /** The reasons with a colour of their own, as in the strip of the total. */
  order: readonly (string | null)[];
}>;

/** A strip per stage, size or rival in the colours of the total, with the reason that stands out there. */
export function LostParts({ answer, split, by, order }: PartsProps) {
  const { t } = useText();
  const nameOf = usePartName();
  return (
    <table className="table fixed lost-parts" aria-label={t(`pipeline.lost.split_${split}`)}>
      <thead>
        <tr>
          <th scope="col">{t(`pipeline.lost.head_${split}`)}</th>
          <th scope="col" className="num count-column">
            {t('overview.deals')}
          </th>
          <th scope="col">{t('pipeline.lost.shares')}</th>
          <th scope="col" className="top-column">
            {t('pipeline.lost.top')}
          </th>
        </tr>
      </thead>
      <tbody>
        {answer.splits[split].slice(0, mostParts).map((part) => (
          <tr key={part.key ?? 'none'}>
            <td>{nameOf(answer, split, part)}</td>
            <td className="num count-column">{part.deals}</td>
            <td>
              <Shares part={part} by={by} order={order} />
            </td>
            <td className="top-column">
              <Top part={part} by={by} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type PartProps = Readonly<{ part: LostPart; by: LostBy }>;

function worth({ deals, amount }: Readonly<{ deals: number; amount: string }>, by: LostBy): number {
  return by === 'deals' ? deals : Number(amount);
}

function Shares({ part, by, order }: PartProps & Pick<PartsProps, 'order'>) {
  const total = worth(part, by);
  const own = order.map((reason) => {
    const found = part.reasons.find((each) => each.reason === reason);
    return found ? worth(found, by) : 0;
  });
  const values = [...own, Math.max(0, total - own.reduce((sum, each) => sum + each, 0))];
  return (
    <div className="strip" aria-hidden="true">
      {values.map((value, index) => (
        <i
          key={order[index] ?? `rest ${index}`}
          style={{ flexGrow: total > 0 ? value / total : 0, background: `var(--cat-${Math.min(index, 5)})` }}
        />
      ))}
    </div>
  );
}

/** The most frequent reason of the part. */
function Top({ part, by }: PartProps) {
  const { t } = useText();
  const numbers = useNumbers();
  const [top] = part.reasons.toSorted((a, b) => worth(b, by) - worth(a, by));
  const total = worth(part, by);
  if (!top || total <= 0) return '—';
  return (
    <>
      {top.reason ?? t('pipeline.lost.unwritten')} <b>{numbers.text(worth(top, by) / total, 'ratio')}</b>
    </>
  );
}

function usePartName() {
  const { t } = useText();
  const numbers = useNumbers();
  const size = (key: string, { medium, large }: NonNullable<LostReasons['sizes']>) => {
    const band = key === 'small' || key === 'large' ? key : 'medium';
    return t(`pipeline.lost.size_${band}`, {
      medium: numbers.text(medium, 'money'),
      large: numbers.text(large, 'money'),
    });
  };
  return ({ sizes }: LostReasons, split: LostSplit, { key, name }: Pick<LostPart, 'key' | 'name'>) => {
    if (key === null) return t(split === 'competitor' ? 'pipeline.lost.no_rival' : 'pipeline.lost.unknown');
    return split === 'size' && sizes ? size(key, sizes) : (name ?? key);
  };
}
