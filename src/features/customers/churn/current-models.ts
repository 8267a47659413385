import type { Asking } from '#features/ask.ts';
import type { RouteDeps } from '#features/route-deps.ts';
import { askedForEveryone } from '#replica/asker.ts';
import { addDays, type Day, localMoment } from '#shared/day.ts';
import { earlier } from '#shared/period.ts';
import { sql } from '#shared/sql.ts';
import { churnFigures, recentDays } from './churn-figures.ts';
import { type ChurnModels, churnModels } from './churn-models.ts';
import { fitInThread } from './fit-in-thread.ts';
import { type ScoreCard, scoreCard } from './score-card.ts';

/** The models of a workspace with their score card; `asOf` is the first day that they did not know. */
export type StoredModels = Readonly<{ asOf: Day; fittedAt: string; models: ChurnModels; scoreCard: ScoreCard }>;

/** The first day on which nothing is known: the day after the last row, as a source that is late is no silence of customers. */
export async function churnAsOf({ replica, now, workspace }: Asking): Promise<Day> {
  const { day } = localMoment(now, workspace.zone);
  return addDays(earlier((await replica.dataUpTo()) ?? day, day), 1);
}

const running = new Map<string, Promise<StoredModels>>();

type Where = Readonly<{ store: RouteDeps['store']; asking: Asking }>;

/**
 * The stored models. Those of an earlier day are fitted again in the background and answer meanwhile; only when there are none, or the
 * stored ones know a later day than the data, somebody waits.
 */
export async function currentModels(where: Where): Promise<StoredModels> {
  const { store, asking } = where;
  const asOf = await churnAsOf(asking);
  const stored = await storedModels(store, asking.workspace.id);
  if (stored?.asOf === asOf) return stored;
  const fresh = refit(where);
  if (!stored || stored.asOf > asOf) return fresh;
  // Whoever asks next tries again and is told.
  fresh.catch(() => undefined);
  return stored;
}

/** Fits on everything known, whoever asks, and keeps the result; two at once are one. */
export function refit({ store, asking }: Where): Promise<StoredModels> {
  const { id } = asking.workspace;
  const known = running.get(id);
  if (known) return known;
  const { signal: _, ...lasting } = asking;
  const everything: Asking = { ...lasting, scope: { kind: 'all' } };
  const fit = askedForEveryone(() => fitAndStore({ store, asking: everything })).finally(() => running.delete(id));
  running.set(id, fit);
  return fit;
}

const kindOf = { mbgNbd: 'mbg_nbd', paretoNbd: 'pareto_nbd' } as const;

async function fitAndStore({ store, asking }: Where): Promise<StoredModels> {
  const asOf = await churnAsOf(asking);
  const split = addDays(asOf, -recentDays);
  const [now, earlierOnes] = await Promise.all([churnFigures(asking, asOf, false), churnFigures(asking, split, true)]);
  const made = await fitInThread({ now, earlier: earlierOnes, days: { split, until: asOf } });
  await store.query(sql`
    insert into fitted_model (workspace_id, id, kind, as_of, fitted_at, parameters, score_card)
    values (${asking.workspace.id}, 'churn', ${kindOf[made.models.chosen]}, ${asOf}::date, ${asking.now}::timestamptz,
      ${JSON.stringify(made.models)}::jsonb, ${JSON.stringify(made.scoreCard)}::jsonb)
    on conflict (workspace_id, id) do update set kind = excluded.kind, as_of = excluded.as_of, fitted_at = excluded.fitted_at,
      parameters = excluded.parameters, score_card = excluded.score_card`);
  return { asOf, fittedAt: asking.now, ...made };
}

type Row = Readonly<{ as_of: Day; fitted_at: string; parameters: unknown; score_card: unknown }>;

async function storedModels(store: RouteDeps['store'], workspaceId: string): Promise<StoredModels | null> {
  const [row] = await store.query<Row>(sql`
    select as_of, fitted_at, parameters, score_card from fitted_model where workspace_id = ${workspaceId} and id = 'churn'`);
  const models = churnModels.safeParse(row?.parameters);
  const card = scoreCard.safeParse(row?.score_card);
  // What an older version stored otherwise is fitted again.
  if (!row || !models.success || !card.success) return null;
  return { asOf: row.as_of, fittedAt: row.fitted_at, models: models.data, scoreCard: card.data };
}
