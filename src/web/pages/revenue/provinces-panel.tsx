import type { Answer } from '#web/api/types.ts';
import type { Asked } from '#web/api/use-asked.ts';
import { Bar } from '#web/charts/bar/bar.tsx';
import { ProvinceMap } from '#web/charts/province-map/province-map.tsx';
import { provinceOf } from '#web/charts/province-map/provinces.ts';
import type { QuestionBase } from '#web/filters/filters.ts';
import { Change } from '#web/numbers/change.tsx';
import { withUnit } from '#web/numbers/column-format.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { Panel } from '#web/panel/panel.tsx';
import { useDetail } from '#web/panel/use-detail.ts';
import { useText } from '#web/text/use-text.ts';
import { cellOf } from '../lead/cell.ts';
import { useChangeLabel } from '../lead/use-change-label.ts';
import { type Part, partsOf, totalOf } from '../titles/parts.ts';

const listed = 8;

/** Revenue by province on the map of China, the greatest as a list beside it. */
export function ProvincesPanel({ asked, base }: Readonly<{ asked: Asked; base: QuestionBase }>) {
  const { t, locale } = useText();
  const numbers = useNumbers();
  return (
    <Panel
      id="provinces"
      asked={asked}
      shape="map"
      height={340}
      title={(answer) => {
        const found = provincesOf(answer).slice(0, 3);
        const total = totalOf(answer, 'revenue').value ?? 0;
        const sum = found.reduce((all, part) => all + (part.value ?? 0), 0);
        if (found.length === 0 || total <= 0) return t('revenue.map.plain');
        const names = found.map((part) => part.name).join(locale === 'zh' ? '、' : ', ');
        return t('revenue.map.title', { names, share: numbers.text(sum / total, 'ratio') });
      }}
      subtitle={(answer) => {
        const elsewhere = elsewhereOf(answer);
        const share = numbers.text(elsewhere, 'ratio');
        return elsewhere > 0.0005 ? t('revenue.map.subtitle_rest', { share }) : t('revenue.map.subtitle');
      }}
      empty={(answer) => (provincesOf(answer).length === 0 ? { why: t('revenue.map.empty') } : null)}
    >
      {(answer) => <Provinces answer={answer} base={base} />}
    </Panel>
  );
}

/** The parts that are provinces of China, greatest first. */
function provincesOf(answer: Answer): readonly Part[] {
  return partsOf(answer, 'province', 'revenue').filter((part) => part.name !== null && provinceOf(part.name) !== null);
}

/** The share of revenue that no province of the map has. */
function elsewhereOf(answer: Answer): number {
  const total = totalOf(answer, 'revenue').value ?? 0;
  const shown = provincesOf(answer).reduce((sum, part) => sum + (part.value ?? 0), 0);
  return total > 0 ? (total - shown) / total : 0;
}

function Provinces({ answer, base }: Readonly<{ answer: Answer; base: QuestionBase }>) {
  const { t } = useText();
  const changeLabel = useChangeLabel();
  const numbers = useNumbers();
  const detail = useDetail();
  const found = provincesOf(answer);
  const format = numbers.column(
    found.map((part) => part.value),
    'money',
  );
  const most = Math.max(...found.map((part) => part.value ?? 0), 0);
  const open = (part: Part | undefined) =>
    part && detail.rows(cellOf(base, 'revenue', { province: part.key }), part.name ?? '');
  return (
    <div className="provinces">
      <ProvinceMap
        label={t('revenue.map.plain')}
        values={found.map((part) => ({
          name: provinceOf(part.name ?? '') ?? '',
          value: part.value ?? 0,
          text: numbers.text(part.value, 'money'),
        }))}
        nothing={t('revenue.map.nothing')}
        onPick={(name) => open(found.find((part) => provinceOf(part.name ?? '') === name))}
      />
      <table className="table fixed" aria-label={t('revenue.map.plain')}>
        <thead>
          <tr>
            <th scope="col">{t('revenue.province')}</th>
            <td className="bar-column" />
            <th scope="col" className="num">
              {withUnit(t('overview.tile.revenue'), format)}
            </th>
            {answer.compare && (
              <th scope="col" className="num">
                {changeLabel(answer)}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {found.slice(0, listed).map((part) => (
            <tr key={part.key}>
              <th scope="row">
                <button type="button" className="plain" onClick={() => open(part)}>
                  {part.name}
                </button>
              </th>
              <td className="bar-column">
                <Bar value={part.value} most={most} height={8} />
              </td>
              <td className="num">{format.text(part.value)}</td>
              {answer.compare && (
                <td className="num">
                  <Change value={part.change} unit="money" />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
