import type { Answer } from '#web/api/types.ts';
import type { Asked } from '#web/api/use-asked.ts';
import { useMe } from '#web/api/use-me.ts';
import { DivergingBar } from '#web/charts/bar/bar.tsx';
import type { QuestionBase } from '#web/filters/filters.ts';
import { withUnit } from '#web/numbers/column-format.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { answerTable } from '#web/panel/answer-table.ts';
import { Panel } from '#web/panel/panel.tsx';
import { useDetail } from '#web/panel/use-detail.ts';
import { useText } from '#web/text/use-text.ts';
import { cellOf } from '../lead/cell.ts';
import { type Part, partsOf } from '../titles/parts.ts';

type MoversPanelProps = Readonly<{
  dimension: 'customer' | 'product';
  up: Asked;
  down: Asked;
  base: QuestionBase;
  /** How many gains and losses have room. */
  shown?: Readonly<{ gained: number; lost: number }>;
}>;

/** Who gained and who lost most against the base period. */
export function MoversPanel({ dimension, up, down, base, shown = everyone }: MoversPanelProps) {
  const { t, locale } = useText();
  const { calendar } = useMe();
  const lostOf = () => (down.state === 'answered' ? down.data : null);
  const title = useMoversTitle(dimension);
  return (
    <Panel
      id={`${dimension}-movers`}
      asked={up}
      shape="rows"
      height={330}
      title={(answer) => title(moved(answer, lostOf(), dimension), answer.compare !== null)}
      subtitle={(answer) => t(`overview.movers.${dimension}_${answer.compare ? 'compared' : 'plain'}`)}
      table={(answer) => answerTable(withLosses(answer, lostOf(), dimension), { locale, today: calendar.today })}
      empty={(answer) => {
        const { gained, lost } = moved(answer, lostOf(), dimension);
        return gained.length + lost.length === 0 ? { why: t('overview.movers.empty') } : null;
      }}
    >
      {(answer) => (
        <Movers {...cut(moved(answer, lostOf(), dimension), shown)} dimension={dimension} base={base} answer={answer} />
      )}
    </Panel>
  );
}

type Moved = Readonly<{ gained: readonly Part[]; lost: readonly Part[] }>;

function useMoversTitle(dimension: 'customer' | 'product') {
  const { t } = useText();
  const numbers = useNumbers();
  const amount = (value: number | null | undefined) => numbers.text(Math.abs(value ?? 0), 'money');
  return (found: Moved, isCompared: boolean) => {
    const best = found.gained[0];
    const worst = found.lost.at(-1);
    const gain = amount(isCompared ? best?.delta : best?.value);
    const key = titleKey(found, isCompared);
    return key
      ? t(key, { best: best?.name ?? '', gain, worst: worst?.name ?? '', loss: amount(worst?.delta) })
      : t(`overview.movers.${dimension}`);
  };
}

function titleKey({ gained, lost }: Moved, isCompared: boolean) {
  if (gained.length + lost.length === 0) return null;
  if (!isCompared) return 'overview.movers.greatest';
  if (lost.length === 0) return 'overview.movers.only_up';
  return gained.length === 0 ? 'overview.movers.only_down' : 'overview.movers.both';
}

const everyone = { gained: 5, lost: 5 };

/** The greatest gains and the greatest losses. */
function cut({ gained, lost }: Moved, shown: typeof everyone): Moved {
  return { gained: gained.slice(0, shown.gained), lost: lost.slice(-shown.lost) };
}

/** Gains from the greatest down, then losses up to the greatest; without a comparison all are gains. */
function moved(up: Answer, down: Answer | null, dimension: string): Moved {
  const parts = (answer: Answer | null) =>
    answer ? partsOf(answer, dimension, 'revenue').filter((part) => part.name !== null) : [];
  if (!up.compare) return { gained: parts(up).filter((part) => (part.value ?? 0) > 0), lost: [] };
  return {
    gained: parts(up).filter((part) => (part.delta ?? 0) > 0),
    lost: [...parts(down)].filter((part) => (part.delta ?? 0) < 0).reverse(),
  };
}

/** Both answers as one, for the table view: gains, then losses. */
function withLosses(up: Answer, down: Answer | null, dimension: string): Answer {
  const shown = new Set(up.rows.map((row) => row[`${dimension}_key`]));
  const losses = (down?.rows ?? []).filter((row) => !shown.has(row[`${dimension}_key`]));
  return { ...up, rows: [...up.rows, ...losses.reverse()] };
}

type MoversProps = Moved & Readonly<{ dimension: 'customer' | 'product'; base: QuestionBase; answer: Answer }>;

function Movers({ gained, lost, dimension, base, answer }: MoversProps) {
  const { t } = useText();
  const numbers = useNumbers();
  const all = [...gained, ...lost];
  const isCompared = answer.compare !== null;
  const amountOf = (part: Part) => (isCompared ? part.delta : part.value);
  const moves = numbers.column(all.map(amountOf), 'money');
  const values = numbers.column(
    all.map((part) => part.value),
    'money',
  );
  const most = Math.max(...all.map((part) => Math.abs(amountOf(part) ?? 0)), 0);
  return (
    <table className="table fixed movers two-line" aria-label={t(`overview.movers.${dimension}`)}>
      <thead>
        <tr>
          <th scope="col">{t(`overview.${dimension}`)}</th>
          <th scope="col" className="num value-column second-line">
            {withUnit(t('overview.tile.revenue'), values)}
          </th>
          {isCompared && (
            <th scope="col" className="num move-column">
              {withUnit(t('overview.movers.move'), moves)}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {all.map((part, index) => (
          <tr key={part.key} className={index === gained.length && index > 0 ? 'turn' : ''}>
            <th scope="row">
              <MoverName part={part} dimension={dimension} base={base} />
            </th>
            <td className="num t2 second-line" data-label={withUnit(t('overview.tile.revenue'), values)}>
              {values.text(part.value)}
            </td>
            {isCompared && (
              <td className="num first-line">
                <span className="cell-bar">
                  <DivergingBar value={part.delta} most={most} width={72} />
                  <span className="signed">{moves.signedText(part.delta)}</span>
                </span>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function MoverName({ part, dimension, base }: Readonly<{ part: Part; dimension: string; base: QuestionBase }>) {
  const detail = useDetail();
  return (
    <button
      type="button"
      className="plain"
      title={part.name ?? ''}
      onClick={() => detail.rows(cellOf(base, 'revenue', { [dimension]: part.key }), part.name ?? '')}
    >
      {part.name}
    </button>
  );
}
