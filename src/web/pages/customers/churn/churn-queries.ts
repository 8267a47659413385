import type { Bilingual } from '#shared/bilingual.ts';
import type { Day } from '#shared/day.ts';
import { answered, client, sent } from '#web/api/client.ts';
import type { QuestionBase } from '#web/filters/filters.ts';

/** How urgent a warning is. */
export type ChurnLevel = 'high' | 'medium' | 'low';

/** A customer at risk, and the last follow-up that its warning led to. */
export type Warning = Readonly<{
  id: string;
  name: string;
  owner: Readonly<{ id: string; name: string }> | null;
  level: ChurnLevel;
  reason: Bilingual;
  atRisk: string;
  alive: number | null;
  expectedOrders: number | null;
  orderDays: number;
  silentDays: number;
  medianGapDays: number | null;
  thresholdDays: number | null;
  task: Readonly<{
    id: string;
    assignee: string | null;
    dueOn: Day | null;
    doneOn: Day | null;
    outcome: string | null;
  }> | null;
}>;

type Fitted = Readonly<{ kind: 'fitted'; logLikelihood: number; customers: number; atEdge: boolean }>;
type Unfitted = Readonly<{ kind: 'not_enough_data'; need: number; have: number }> | Readonly<{ kind: 'not_converged' }>;

type FittedBuying =
  | (Fitted & Readonly<{ parameters: Readonly<{ r: number; alpha: number; a: number; b: number }> }>)
  | Unfitted;

type FittedPareto =
  | (Fitted & Readonly<{ parameters: Readonly<{ r: number; alpha: number; s: number; beta: number }> }>)
  | Unfitted;

type FittedSpending = (Fitted & Readonly<{ parameters: Readonly<{ p: number; q: number; v: number }> }>) | Unfitted;

type Sum = Readonly<{ customers: number; atRisk: string }>;

/** A model that warnings may rest on. */
type WarningKind = 'mbgNbd' | 'paretoNbd';

/** How a model did on the quarter it did not know: days with an order foreseen by each customer's own history and by the cohort. */
export type Contender = Readonly<{
  model: WarningKind | 'bgNbd';
  conditional: number;
  cohort: number;
  actual: number;
  miss: number | null;
  precision: number | null;
}>;

/** A page of warnings; `totals` are of all of them. */
export type Warnings = Readonly<{
  asOf: Day;
  method: 'model' | 'rule';
  /** The model that P(alive) is by. */
  model: WarningKind;
  models: FittedBuying | FittedPareto;
  totals: Sum & Readonly<{ byLevel: readonly (Sum & Readonly<{ level: ChurnLevel }>)[]; judged: number; gone: number }>;
  most: Readonly<{ region: string; type: string; customers: number; warned: number; base: number }> | null;
  rows: readonly Warning[];
  next: string | null;
}>;

/** How often something came true, with its 95 % interval. */
export type Share = Readonly<{
  customers: number;
  hits: number;
  share: number | null;
  low: number | null;
  high: number | null;
}>;

/** The models and how they did on the quarter they did not know. */
export type Models = Readonly<{
  asOf: Day;
  fittedAt: string;
  method: 'model' | 'rule';
  models: Readonly<{
    chosen: WarningKind;
    bgNbd: FittedBuying;
    mbgNbd: FittedBuying;
    paretoNbd: FittedPareto;
    gammaGamma: FittedSpending;
  }>;
  scoreCard: Readonly<{
    split: Day;
    until: Day;
    days: number;
    calibration: Readonly<{
      customers: number;
      predicted: number;
      actual: number;
      groups: readonly Readonly<{ customers: number; predicted: number; actual: number }>[];
    }> | null;
    contest: readonly Contender[];
    reason: 'sole' | 'no_clear_gain' | 'pareto_better' | 'pareto_warns_worse';
    warned: Share;
    base: Share;
    byLevel: readonly (Share & Readonly<{ level: 'high' | 'medium' }>)[];
    fallen: Share;
    fallenBase: Share;
  }>;
}>;

type Chosen = Readonly<{ level: ChurnLevel | null; limit: number }>;

/** The warnings under the page's filters, the greatest revenue at risk first. */
export function fetchWarnings(
  { period, where }: QuestionBase,
  { level, limit }: Chosen,
  signal: AbortSignal,
): Promise<Warnings> {
  const body = { period, limit, ...(where ? { where } : {}), ...(level ? { level } : {}) };
  return answered<Warnings>(client.POST('/api/v1/customers/churn', { body: sent(body), signal }));
}

/** The models of the workspace with their score card. */
export function fetchModels(signal: AbortSignal): Promise<Models> {
  return answered<Models>(client.GET('/api/v1/customers/models', { signal }));
}
