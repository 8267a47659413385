import type { Answer } from '#web/api/types.ts';
import type { Asked } from '#web/api/use-asked.ts';
import { Ranking, type RankingRow } from '#web/charts/ranking/ranking.tsx';
import type { QuestionBase } from '#web/filters/filters.ts';
import { Change } from '#web/numbers/change.tsx';
import { withUnit } from '#web/numbers/column-format.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { Panel } from '#web/panel/panel.tsx';
import { useDetail } from '#web/panel/use-detail.ts';
import { useText } from '#web/text/use-text.ts';
import { cellOf } from '../lead/cell.ts';
import { useChangeLabel } from '../lead/use-change-label.ts';
import { medianOf, type Part, partsOf, ranksOf } from '../titles/parts.ts';

type RepsPanelProps = Readonly<{ asked: Asked; base: QuestionBase }>;

/** A rep below this part of the team's median is flagged. */
const flagBelow = 0.6;
const shown = 22;

/** Reps in rank order against the team's median and mean. */
export function RepsPanel({ asked, base }: RepsPanelProps) {
  const { t } = useText();
  const words = useRepWords();
  return (
    <Panel
      id="reps"
      asked={asked}
      shape="rows"
      height={470}
      title={words.title}
      subtitle={words.subtitle}
      empty={(answer) => (teamOf(answer).reps.length === 0 ? { why: t('overview.reps.empty') } : null)}
    >
      {(answer) => <Reps answer={answer} base={base} />}
    </Panel>
  );
}

type Team = Readonly<{
  reps: readonly Part[];
  /** Reps of the base period without revenue in this one: some have left, so they are told but not ranked. */
  without: number;
  median: number;
  mean: number;
  total: number;
}>;

/** The reps of an answer, revenue without a rep left out. */
function teamOf(answer: Answer): Team {
  const named = partsOf(answer, 'rep', 'revenue').filter((part) => part.name !== null);
  const reps = named.filter((part) => part.value !== null && part.value !== 0);
  const without = named.length - reps.length;
  const values = reps.map((rep) => rep.value ?? 0);
  const total = values.reduce((sum, value) => sum + value, 0);
  return { reps, without, median: medianOf(values) ?? 0, mean: values.length > 0 ? total / values.length : 0, total };
}

function isFlagged(rep: Part, { median, reps }: Team): boolean {
  return reps.length >= 4 && (rep.value ?? 0) < flagBelow * median;
}

function useRepWords() {
  const { t } = useText();
  const numbers = useNumbers();
  return {
    title: (answer: Answer) => {
      const team = teamOf(answer);
      const [first] = team.reps;
      if (!first || team.total <= 0) return t('overview.reps.plain');
      if (team.reps.length < 4) {
        return t('overview.reps.few', { name: first.name ?? '', value: numbers.text(first.value, 'money') });
      }
      const top = team.reps.slice(0, 3).reduce((sum, rep) => sum + (rep.value ?? 0), 0);
      const low = team.reps.filter((rep) => isFlagged(rep, team)).length;
      const values = { count: low || team.reps.length, share: numbers.text(top / team.total, 'ratio'), low };
      return t(low > 0 ? 'overview.reps.low' : 'overview.reps.top', values);
    },
    subtitle: (answer: Answer) => {
      const { reps, mean } = teamOf(answer);
      return t(reps.length < 4 ? 'overview.reps.subtitle_few' : 'overview.reps.subtitle', {
        mean: numbers.text(mean, 'money'),
      });
    },
  };
}

function Reps({ answer, base }: Readonly<{ answer: Answer; base: QuestionBase }>) {
  const { t } = useText();
  const changeLabel = useChangeLabel();
  const numbers = useNumbers();
  const detail = useDetail();
  const team = teamOf(answer);
  const format = numbers.column(
    team.reps.map((rep) => rep.value),
    'money',
  );
  const ranks = ranksOf(team.reps.map((rep) => rep.value));
  const rows = team.reps.map(
    (rep, index): RankingRow => ({
      id: rep.key ?? String(index),
      rank: ranks[index] ?? null,
      name: rep.name ?? '',
      value: rep.value,
      pale: (rep.value ?? 0) < team.median,
      flag: isFlagged(rep, team) ? t('overview.reps.flag') : null,
      cells: [
        format.text(rep.value),
        ...(answer.compare ? [<Change key="change" value={rep.change} unit="money" />] : []),
      ],
    }),
  );
  const { top, bottom } = ends(rows);
  const line = (key: 'overview.reps.median' | 'overview.reps.mean', value: number) => ({
    value,
    label: t(key, { value: format.text(value) }),
    dashed: key === 'overview.reps.median',
  });
  return (
    <>
      <Ranking
        label={t('overview.reps.label')}
        nameHeader={t('overview.rep')}
        headers={[withUnit(t('overview.tile.revenue'), format), ...(answer.compare ? [changeLabel(answer)] : [])]}
        rows={[...top, ...bottom]}
        gap={
          bottom.length > 0
            ? { after: top.length - 1, text: t('overview.reps.between', { count: rows.length - shown }) }
            : null
        }
        lines={
          rows.length >= 4 ? [line('overview.reps.median', team.median), line('overview.reps.mean', team.mean)] : []
        }
        onPick={(key) => {
          const rep = team.reps.find((each) => each.key === key);
          detail.rows(cellOf(base, 'revenue', { rep: key }), rep?.name ?? '');
        }}
      />
      {team.without > 0 && <p className="foot">{t('overview.reps.without', { count: team.without })}</p>}
    </>
  );
}

/** All reps of a team that fits, else the first fifteen and the last seven. */
function ends(rows: readonly RankingRow[]) {
  if (rows.length <= shown) return { top: rows, bottom: [] };
  return { top: rows.slice(0, 15), bottom: rows.slice(15 - shown) };
}
