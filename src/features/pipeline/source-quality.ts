import { z } from 'zod';
import { type Asking, plannedQuestion } from '#features/ask.ts';
import { questionSchema } from '#semantic/parse.ts';
import { currentSide } from '#semantic/side.ts';
import { addDays, addMonths, type Day, type DayRange } from '#shared/day.ts';
import { divideMoney, type Money } from '#shared/money.ts';
import { earlier } from '#shared/period.ts';
import { shrunkRates } from '#stats/beta-binomial.ts';
import { type Interval, wilson95 } from '#stats/wilson.ts';
import { type SourceTally, sourceTallies } from './source-tallies.ts';

/** `POST /api/v1/pipeline/sources`. */
export const sourcesQuestion = z.strictObject({
  period: questionSchema.shape.period,
  where: questionSchema.shape.where,
  horizonDays: z.int().min(30).max(720).default(180).describe('A lead counts as won when it was within so many days'),
});

export type SourcesQuestion = z.output<typeof sourcesQuestion>;

type Rate = Readonly<{ rate: number } & Interval>;

/** How good the leads of a source are; `rank` null: too few to say. */
type SourceQuality = Readonly<
  Omit<SourceTally, 'cost'> & {
    rank: number | null;
    validRate: number | null;
    winRate: number | null;
    interval: Interval | null;
    /** The win rate drawn to the mean of all by as much as its size leaves open, with its 95 % interval. */
    shrunk: Rate | null;
    valuePerLead: Money | null;
    repeatRate: number | null;
    cost: Readonly<{ amount: Money; months: number; perWin: Money | null; perLead: Money | null }> | null;
  }
>;

/** How sure a recommendation is: the best is above the second's whole interval, above the mean, or neither. */
type Sureness = 'sure' | 'likely' | 'unsure';

/** The sources of a window of mature leads, best first, and what to make of them. */
export type SourceQualities = Readonly<{
  asOf: Day;
  /** Whole months of leads that all had `horizonDays` to be won. */
  window: DayRange;
  horizonDays: number;
  /** Fewer leads are not ranked. */
  fewestLeads: number;
  pooled: Readonly<{ leads: number; valid: number; won: number; rate: number | null }>;
  sources: readonly SourceQuality[];
  best: Readonly<{ sourceId: string | null; sureness: Sureness }> | null;
  /** The source with most leads of those that are surely below the mean. */
  worst: Readonly<{ sourceId: string | null; leadShare: number; wonShare: number }> | null;
}>;

const fewestLeads = 20;
const windowMonths = 12;

/**
 * The quality of lead sources over the last 12 whole months (more when the period is longer) whose leads all had the horizon to be
 * won. Ranked by the lower end of the shrunk rate's interval: what a source is at least worth, so that a lucky few never lead.
 */
export async function sourceQuality(
  asking: Asking,
  { period, where, horizonDays }: SourcesQuestion,
): Promise<SourceQualities> {
  const plan = await plannedQuestion(asking, { measures: ['leads'], period, where });
  const asOf = currentSide(plan).asOf;
  const before = monthOf(addDays(asOf, -horizonDays));
  const window = { from: earlier(monthOf(plan.period.range.from), addMonths(before, -windowMonths)), before };
  const tallies = await sourceTallies(asking, { window, asOf, horizonDays, where });
  const sources = ranked(tallies);
  const sum = (of: (tally: SourceTally) => number) => tallies.reduce((built, each) => built + of(each), 0);
  const pooled = { leads: sum((each) => each.leads), valid: sum((each) => each.valid), won: sum((each) => each.won) };
  const rate = ratio(pooled.won, pooled.leads);
  return {
    asOf: addDays(asOf, -1),
    window,
    horizonDays,
    fewestLeads,
    pooled: { ...pooled, rate },
    sources,
    best: bestOf(sources, rate),
    worst: worstOf(sources, { ...pooled, rate }),
  };
}

function monthOf(day: Day): Day {
  return `${day.slice(0, 7)}-01` as Day;
}

function ranked(tallies: readonly SourceTally[]): readonly SourceQuality[] {
  const shrunk = shrunkRates(tallies.map(({ won, leads }) => ({ hits: won, tries: leads })));
  const groups = shrunk.kind === 'shrunk' ? shrunk.groups : [];
  const all = tallies.map((tally, index) => qualityOf(tally, groups[index] ?? null));
  const large = all.filter(({ leads }) => leads >= fewestLeads);
  const order = large.toSorted((a, b) => (b.shrunk?.low ?? 0) - (a.shrunk?.low ?? 0) || b.leads - a.leads);
  return [
    ...order.map((source, index) => ({ ...source, rank: index + 1 })),
    ...all.filter(({ leads }) => leads < fewestLeads),
  ];
}

function qualityOf(tally: SourceTally, shrunk: Rate | null): SourceQuality {
  const { leads, valid, won, wonAmount, buyers, buyersAgain, cost } = tally;
  return {
    ...tally,
    rank: null,
    validRate: ratio(valid, leads),
    winRate: ratio(won, leads),
    interval: wilson95(won, leads),
    shrunk,
    valuePerLead: divideMoney(wonAmount, String(leads)),
    repeatRate: ratio(buyersAgain, buyers),
    cost: cost && {
      amount: cost.amount,
      months: cost.months,
      perWin: divideMoney(cost.amount, String(cost.won)),
      perLead: divideMoney(cost.amount, String(cost.leads)),
    },
  };
}

function bestOf(sources: readonly SourceQuality[], mean: number | null): SourceQualities['best'] {
  const [first, second] = sources.filter(({ rank }) => rank !== null);
  if (!first?.shrunk || !second?.shrunk || mean === null || first.won === 0) return null;
  const { low } = first.shrunk;
  const sureness = low > second.shrunk.high ? 'sure' : low > mean ? 'likely' : 'unsure';
  return { sourceId: first.sourceId, sureness };
}

type Pooled = Readonly<{ leads: number; won: number; rate: number | null }>;

function worstOf(sources: readonly SourceQuality[], { leads, won, rate }: Pooled): SourceQualities['worst'] {
  const below = sources.filter(({ rank, shrunk }) => rank !== null && shrunk && rate !== null && shrunk.high < rate);
  const most = below.toSorted((a, b) => b.leads - a.leads)[0];
  return most ? { sourceId: most.sourceId, leadShare: most.leads / leads, wonShare: ratio(most.won, won) ?? 0 } : null;
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
