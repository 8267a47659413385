import type { Answer } from '#web/api/types.ts';
import type { Asked } from '#web/api/use-asked.ts';
import { Bar, DivergingBar } from '#web/charts/bar/bar.tsx';
import type { QuestionBase } from '#web/filters/filters.ts';
import { Change } from '#web/numbers/change.tsx';
import { withUnit } from '#web/numbers/column-format.ts';
import { roundedParts } from '#web/numbers/parts.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { Panel } from '#web/panel/panel.tsx';
import { useDetail } from '#web/panel/use-detail.ts';
import { useText } from '#web/text/use-text.ts';
import { cellOf } from '../lead/cell.ts';
import { useChangeLabel } from '../lead/use-change-label.ts';
import { type Part, partsOf, totalOf } from '../titles/parts.ts';
import { useSplitTitle } from '../titles/use-split-title.ts';

type RegionsPanelProps = Readonly<{ asked: Asked; base: QuestionBase }>;

/** Regions with their change and what each adds to the whole's change. */
export function RegionsPanel({ asked, base }: RegionsPanelProps) {
  const { t } = useText();
  const splitTitle = useSplitTitle();
  return (
    <Panel
      id="regions"
      asked={asked}
      shape="rows"
      height={250}
      title={(answer) => splitTitle(answer, 'region', t('overview.regions.plain'))}
      subtitle={(answer) => t(answer.compare ? 'overview.regions.subtitle' : 'overview.regions.subtitle_plain')}
    >
      {(answer) => <Regions answer={answer} base={base} />}
    </Panel>
  );
}

function Regions({ answer, base }: Readonly<{ answer: Answer; base: QuestionBase }>) {
  const { t } = useText();
  const changeLabel = useChangeLabel();
  const numbers = useNumbers();
  const regions = partsOf(answer, 'region', 'revenue');
  const total = totalOf(answer, 'revenue');
  const format = numbers.column([...regions.map((part) => part.value), total.value], 'money');
  const shares = total.value
    ? roundedParts(
        regions.map((part) => (part.value ?? 0) / (total.value || 1)),
        3,
      )
    : [];
  const isCompared = answer.compare !== null;
  return (
    <div className="scroll-x">
      <table className="table regions" aria-label={t('overview.regions.plain')}>
        <thead>
          <tr>
            <th scope="col">{t('overview.region')}</th>
            <td className="bar-column" />
            <th scope="col" className="num">
              {withUnit(t('overview.tile.revenue'), format)}
            </th>
            <th scope="col" className="num wide-only">
              {t('overview.share')}
            </th>
            {isCompared && (
              <>
                <th scope="col" className="num wide-only">
                  {withUnit(t('overview.regions.contribution'), format)}
                </th>
                <th scope="col" className="num">
                  {changeLabel(answer)}
                </th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {regions.map((part, index) => (
            <Region
              key={part.key ?? 'none'}
              {...{ part, base, format, isCompared, regions }}
              share={numbers.text(shares[index] ?? null, 'ratio')}
            />
          ))}
        </tbody>
        <tfoot>
          <tr className="total">
            <th scope="row">{t('panel.total')}</th>
            <td />
            <td className="num">{format.text(total.value)}</td>
            <td className="num wide-only">{total.value ? '100%' : '—'}</td>
            {isCompared && (
              <>
                <td className="num wide-only">{format.signedText(total.delta)}</td>
                <td className="num">
                  <Change value={total.change} unit="money" />
                </td>
              </>
            )}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

type RegionProps = Readonly<{
  part: Part;
  regions: readonly Part[];
  base: QuestionBase;
  format: ReturnType<ReturnType<typeof useNumbers>['column']>;
  isCompared: boolean;
  share: string;
}>;

function Region({ part, regions, base, format, isCompared, share }: RegionProps) {
  const { t } = useText();
  const detail = useDetail();
  const name = part.name ?? t('overview.none');
  const most = (of: 'value' | 'delta') => Math.max(...regions.map((each) => Math.abs(each[of] ?? 0)), 0);
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          className="plain"
          onClick={() => detail.rows(cellOf(base, 'revenue', { region: part.key }), name)}
        >
          {name}
        </button>
      </th>
      <td className="bar-column">
        <Bar value={part.value} most={most('value')} />
      </td>
      <td className="num">{format.text(part.value)}</td>
      <td className="num t2 wide-only">{share}</td>
      {isCompared && (
        <>
          <td className="num wide-only">
            <span className="cell-bar">
              <DivergingBar value={part.delta} most={most('delta')} width={72} />
              <span className="signed">{format.signedText(part.delta)}</span>
            </span>
          </td>
          <td className="num">
            <Change value={part.change} unit="money" />
          </td>
        </>
      )}
    </tr>
  );
}
