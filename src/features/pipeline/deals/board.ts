import type { Asking } from '#features/ask.ts';
import { type CountedRows, runOverRows } from '#features/counted-rows.ts';
import { localMoment } from '#shared/day.ts';
import { join, raw, type Sql, sql } from '#shared/sql.ts';
import { type Board, type BoardCard, type BoardColumn, type BoardQuestion, boardQuestion } from './board-schema.ts';

const shownCards = 20;

/** The open deals of a pipeline as they stand, per stage, with count and sum per column as the measures have them. */
export async function dealBoard(asking: Asking, input: BoardQuestion): Promise<Board> {
  const question = boardQuestion.parse(input);
  const asOf = localMoment(asking.now, asking.workspace.zone).day;
  const open = openDeals(question.where);
  const pipelineId = question.pipelineId ?? (await busiestPipeline(asking, open));
  if (pipelineId === null) return { pipelineId, asOf, columns: [] };
  const [stages, sums, cards] = await Promise.all([
    stagesOf(asking, pipelineId),
    sumsOf(asking, open, { pipelineId, asOf }),
    cardsOf(asking, open, { pipelineId, asOf, question }),
  ]);
  const columns = [...stages, ...(sums.has('') ? [unstaged] : [])].map((stage) => ({
    ...stage,
    ...(sums.get(stage.stageId ?? '') ?? nothing),
    cards: cards.get(stage.stageId ?? '') ?? [],
  }));
  return { pipelineId, asOf, columns };
}

/** Deals open today; a board shows the present, whatever period the page is about. */
function openDeals(where: BoardQuestion['where']): CountedRows {
  return {
    name: 'open_deals',
    question: { measures: ['opportunities_open'], period: { kind: 'this', unit: 'day' }, ...(where ? { where } : {}) },
    columns: `f.opportunity_id as id, f.name, f.pipeline_id, coalesce(f.stage_id, '') as stage_id, f.stage_on, f.customer_id,
      f.rep_id, f.amount, f.expected_close_on, f.version`,
  };
}

async function busiestPipeline(asking: Asking, open: CountedRows): Promise<string | null> {
  const rows = await runOverRows(
    asking,
    [open],
    sql`select p.id from pipeline p left join open_deals d on d.pipeline_id = p.id
      group by p.id, p.name order by count(d.id) desc, p.name, p.id limit 1`,
  );
  return typeof rows[0]?.[0] === 'string' ? rows[0][0] : null;
}

type Stage = Pick<BoardColumn, 'stageId' | 'name' | 'probability' | 'dwellLimitDays'>;

const unstaged: Stage = { stageId: null, name: '', probability: null, dwellLimitDays: null };

async function stagesOf({ replica }: Asking, pipelineId: string): Promise<readonly Stage[]> {
  const { rows } = await replica.run(sql`
    select id, name, probability, dwell_limit_days from stage
    where pipeline_id = ${pipelineId} and kind = 'open' order by position, id`);
  return rows.map(([id, name, probability, limit]) => ({
    stageId: String(id),
    name: String(name),
    probability: numberOrNull(probability),
    dwellLimitDays: numberOrNull(limit),
  }));
}

type Sums = Pick<BoardColumn, 'count' | 'amount' | 'overLimit'>;

const nothing: Sums = { count: 0, amount: '0.0000', overLimit: 0 };

type On = Readonly<{ pipelineId: string; asOf: string }>;

async function sumsOf(asking: Asking, open: CountedRows, { pipelineId, asOf }: On): Promise<ReadonlyMap<string, Sums>> {
  const rows = await runOverRows(
    asking,
    [open],
    sql`select d.stage_id, count(*), cast(coalesce(sum(d.amount), 0) as decimal(38, 4)),
        count_if(coalesce(${asOf}::date - d.stage_on > s.dwell_limit_days, false))
      from open_deals d left join stage s on s.id = d.stage_id
      where d.pipeline_id = ${pipelineId} group by d.stage_id`,
  );
  return new Map(
    rows.map(([stageId, count, amount, over]) => [
      String(stageId),
      { count: Number(count), amount: String(amount), overLimit: Number(over) },
    ]),
  );
}

const orders: Readonly<Record<'amount' | 'age' | 'expected_close', Sql>> = {
  amount: raw('d.amount desc nulls last, d.id'),
  age: raw('d.stage_on nulls last, d.id'),
  expected_close: raw('d.expected_close_on nulls last, d.id'),
};

type Cards = On & Readonly<{ question: ReturnType<typeof boardQuestion.parse> }>;

/** The first cards of each column. Names are looked up for those alone. */
async function cardsOf(
  asking: Asking,
  open: CountedRows,
  { pipelineId, asOf, question }: Cards,
): Promise<ReadonlyMap<string, BoardCard[]>> {
  const order = orders[question.order];
  const rows = await runOverRows(
    asking,
    [open],
    sql`, shown as (
        select d.*, row_number() over (partition by d.stage_id order by ${order}) as place from open_deals d
        where d.pipeline_id = ${pipelineId}
        qualify place <= ${limitOf(question.limits)}
      )
      select d.stage_id, d.id, d.version, d.name, d.customer_id, c.name, d.rep_id, p.name, d.amount, d.expected_close_on,
        ${asOf}::date - d.stage_on
      from shown d
      left join customer c on c.id = d.customer_id
      left join person p on p.id = d.rep_id
      order by d.stage_id, d.place`,
  );
  const cards = new Map<string, BoardCard[]>();
  for (const [stageId, ...rest] of rows) {
    const column = cards.get(String(stageId)) ?? [];
    column.push(cardOf(rest));
    cards.set(String(stageId), column);
  }
  return cards;
}

function limitOf(limits: Readonly<Record<string, number>>): Sql {
  const told = Object.entries(limits).map(([stageId, limit]) => sql`when ${stageId} then ${limit}::integer`);
  return told.length === 0
    ? raw(String(shownCards))
    : sql`case d.stage_id ${join(told, ' ')} else ${shownCards}::integer end`;
}

function cardOf([
  id,
  version,
  name,
  customerId,
  customer,
  ownerId,
  owner,
  amount,
  close,
  days,
]: readonly unknown[]): BoardCard {
  return {
    id: String(id),
    version: Number(version),
    name: textOrNull(name),
    customer: named(customerId, customer),
    owner: named(ownerId, owner),
    amount: textOrNull(amount),
    expectedCloseOn: textOrNull(close),
    daysInStage: numberOrNull(days),
  };
}

function named(id: unknown, name: unknown): BoardCard['owner'] {
  return id === null ? null : { id: String(id), name: String(name ?? id) };
}

function textOrNull(value: unknown): string | null {
  return value === null ? null : String(value);
}

function numberOrNull(value: unknown): number | null {
  return value === null ? null : Number(value);
}
