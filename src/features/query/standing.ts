import { type Asking, ask } from '#features/ask.ts';
import type { Cell, PeriodInput } from '#semantic/question.ts';
import { localMoment } from '#shared/day.ts';
import { sql } from '#shared/sql.ts';

/** What colleagues may be compared by. */
export const standingMeasures = ['revenue', 'order_count', 'new_customers'] as const;

export type StandingQuestion = Readonly<{ measure: (typeof standingMeasures)[number]; period: PeriodInput }>;

/** Where someone stands among colleagues without names; `own` null: there is no standing, and `reason` says why. */
export type Standing = Readonly<{
  own: string | null;
  reason: 'no_person' | 'too_few' | null;
  /** Ties share a rank: 1, 2, 2, 4. */
  rank: number;
  /** Colleagues in service, oneself included. */
  of: number;
  /** The next better value; null for the first. */
  next: string | null;
  median: string | null;
  /** The others' values to three digits, least first, so that they cannot be told apart by their order. */
  peers: readonly string[];
}>;

/** With fewer colleagues an unnamed value has a name after all. */
const fewestPeers = 4;

/**
 * The one answer that reaches beyond the viewer's scope, by policy (METRICS 40): one's own value and rank, and the values of all
 * reps in service without names. It takes no filters, because a narrow filter would name someone.
 */
export async function standing(asking: Asking, personId: string | null, question: StandingQuestion): Promise<Standing> {
  if (personId === null) return without('no_person');
  const reps = await repsInService(asking);
  if (!reps.includes(personId)) return without('no_person');
  if (reps.length - 1 < fewestPeers) return without('too_few');
  const values = await valuesByRep(asking, question);
  const own = values.get(personId) ?? 0;
  const peers = reps.filter((id) => id !== personId).map((id) => values.get(id) ?? 0);
  const better = peers.filter((value) => value > own);
  return {
    own: text(own),
    reason: null,
    rank: better.length + 1,
    of: reps.length,
    next: better.length > 0 ? text(rounded(Math.min(...better))) : null,
    median: text(rounded(medianOf([own, ...peers]))),
    peers: peers
      .map(rounded)
      .sort((left, right) => left - right)
      .map(text),
  };
}

async function repsInService({ replica, workspace, now }: Asking): Promise<readonly string[]> {
  const { day } = localMoment(now, workspace.zone);
  const { rows } = await replica.run(sql`
    select id from person
    where is_rep and coalesce(hired_on <= ${day}::date, true) and coalesce(left_on > ${day}::date, true)`);
  return rows.map(([id]) => String(id));
}

async function valuesByRep(
  asking: Asking,
  { measure, period }: StandingQuestion,
): Promise<ReadonlyMap<string, number>> {
  const answer = await ask({ ...asking, scope: { kind: 'all' } }, { measures: [measure], by: ['rep'], period });
  return new Map(answer.rows.map((row) => [String(row.rep_key), numberOf(row[measure])]));
}

function numberOf(cell: Cell | undefined): number {
  return cell === null || cell === undefined ? 0 : Number(cell);
}

/** Three digits that count: enough for a dot on a line, too few to look someone up by. */
function rounded(value: number): number {
  return value === 0 ? 0 : Number(value.toPrecision(3));
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

function without(reason: 'no_person' | 'too_few'): Standing {
  return { own: null, reason, rank: 0, of: 0, next: null, median: null, peers: [] };
}

function text(value: number): string {
  return value.toFixed(4);
}
