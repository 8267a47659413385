import type { Asking } from '#features/ask.ts';
import { isFinished } from '#semantic/compare.ts';
import { type Component, componentsOf } from '#semantic/components.ts';
import { compileCounted, compileLeftOut } from '#semantic/ledger-sql.ts';
import type { Plan } from '#semantic/plan.ts';
import type { Cell, Unit } from '#semantic/question.ts';
import { currentSide } from '#semantic/side.ts';
import type { Bilingual } from '#shared/bilingual.ts';
import { addDays, type Day, type DayRange } from '#shared/day.ts';
import { type CellQuestion, plannedCell } from './cell-question.ts';
import { cellValue } from './rows-behind.ts';
import { scopeWords } from './scope-words.ts';

/** A number explains itself (口径卡): what was counted adds up to it, and what was not is told with the reason. */
export type Passport = Readonly<{
  measure: string;
  label: Bilingual;
  unit: Unit;
  value: Cell;
  /** The formula in words. */
  formula: Bilingual;
  /** `asOf`: the last day that is known; what happened later changes nothing here. */
  period: Readonly<{ range: DayRange; asOf: Day; zone: string; unfinished: boolean; timeColumn: Bilingual }>;
  scope: readonly Bilingual[];
  /** `amount` is signed, and null for what is only counted. */
  counted: readonly Readonly<{ label: Bilingual; rows: number; amount: Cell }>[];
  leftOut: readonly Readonly<{ reason: Bilingual; rows: number; amount: Cell }>[];
  dataUpTo: Day | null;
}>;

/** The passport of one number. */
export async function passport(asking: Asking, input: CellQuestion): Promise<Passport> {
  const { plan, measure } = await plannedCell(asking, input);
  const components = componentsOf(measure.value);
  const firstFact = components[0]?.atom.fact;
  const [value, scope, counted, leftOut, dataUpTo] = await Promise.all([
    cellValue(asking, { plan, measure }),
    scopeWords(asking, plan),
    Promise.all(components.map((component) => countedLine(asking, plan, component))),
    Promise.all(
      components.map((component) =>
        leftOutLines(asking, plan, { component, isFirst: component.atom.fact === firstFact }),
      ),
    ),
    asking.replica.dataUpTo(),
  ]);
  return {
    measure: measure.measure.id,
    label: measure.measure.label,
    unit: measure.measure.unit,
    value,
    formula: measure.measure.meaning,
    period: {
      range: plan.period.range,
      asOf: addDays(currentSide(plan).asOf, -1),
      zone: asking.workspace.zone,
      unfinished: !isFinished(plan.period.range, plan.clock),
      timeColumn: timeColumns(components),
    },
    scope,
    counted,
    leftOut: toldOnce(leftOut.flat()),
    dataUpTo,
  };
}

async function countedLine(
  { replica }: Asking,
  plan: Plan,
  component: Component,
): Promise<Passport['counted'][number]> {
  const { rows } = await replica.run(compileCounted(plan, component));
  const [count, amount] = rows[0] ?? [0, null];
  const isSum = component.atom.aggregate.kind === 'sum';
  return { label: component.atom.label, rows: Number(count), amount: isSum ? String(amount ?? '0.0000') : null };
}

type LeftOutLine = Readonly<{ fact: string; id: string; reason: Bilingual; rows: number; amount: Cell }>;

/** A reason names its fact when it is not the formula's first. */
async function leftOutLines(
  { replica }: Asking,
  plan: Plan,
  { component, isFirst }: { component: Component; isFirst: boolean },
): Promise<readonly LeftOutLine[]> {
  const { fact, leftOut } = component.atom;
  const { rows } = await replica.run(compileLeftOut(plan, component));
  const found = new Map(rows.map(([id, count, amount]) => [String(id), { rows: Number(count), amount }]));
  return leftOut.flatMap(({ id, label }) => {
    const line = found.get(id);
    if (!line) return [];
    const reason = isFirst ? label : { zh: `${fact.label.zh}：${label.zh}`, en: `${fact.label.en}: ${label.en}` };
    return [{ fact: fact.id, id, reason, rows: line.rows, amount: line.amount === null ? null : String(line.amount) }];
  });
}

/** Two figures of one fact leave out the same rows; the line is told once, the larger one. */
function toldOnce(lines: readonly LeftOutLine[]): Passport['leftOut'] {
  const told = new Map<string, LeftOutLine>();
  for (const line of lines) {
    const key = `${line.fact} ${line.id}`;
    if (line.rows > (told.get(key)?.rows ?? 0)) told.set(key, line);
  }
  return [...told.values()].map(({ reason, rows, amount }) => ({ reason, rows, amount }));
}

function timeColumns(components: readonly Component[]): Bilingual {
  const labels = [...new Map(components.map(({ atom }) => [atom.fact.dayLabel.zh, atom.fact.dayLabel])).values()];
  return { zh: labels.map(({ zh }) => zh).join('、'), en: labels.map(({ en }) => en).join(', ') };
}
