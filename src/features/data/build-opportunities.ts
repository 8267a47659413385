import type { Bilingual } from '#shared/bilingual.ts';
import { unitsOf } from '#shared/money.ts';
import { sql } from '#shared/sql.ts';
import { missing } from './build-people.ts';
import { customerOf, productOf, regionPlace, repOf, sourceOf } from './company-books.ts';
import { type ImportRun, idOf, type RowBuilder } from './import-run.ts';
import { byMaturity, type StageKind, stageKind, usualPipeline } from './stage-names.ts';
import type { TablePlan } from './table-plan.ts';
import { dayIn, minuteIn, moneyIn, placeOf, type TypedRow } from './typed-row.ts';

/** What the file says about a deal now; its history is not in the file. */
type Present = Readonly<{
  id: string;
  status: StageKind;
  stageId: string;
  ownerId: string | null;
  /** Estimated while open; what it closed at afterwards. */
  amount: string | null;
  openAmount: string | null;
  createdOn: string | null;
  createdMinute: number | null;
  closedOn: string | null;
  closedMinute: number | null;
  expectedCloseOn: string | null;
  lostReason: string | null;
  competitor: string | null;
}>;

/** The last event that the store has of a deal. */
type LastEvent = Readonly<{
  id: string;
  opportunity_id: string;
  seq: number;
  kind: string;
  on_day: string | null;
  status: string;
  stage_id: string | null;
  owner_id: string | null;
  amount: string | null;
  expected_close_on: string | null;
  lost_reason: string | null;
}>;

/**
 * Deals from a table that shows their present state. A deal seen for the first time gets the events that the row proves (created,
 * won or lost); one that is known gets a new event when the row differs from its last one.
 */
export function opportunityBuilder(run: ImportRun, plan: TablePlan): RowBuilder {
  const stageOf = stages(run, plan);
  run.findings.note({
    code: 'no_stage_history',
    text: notes.noHistory,
    place: { file: plan.table.file, sheet: plan.table.sheet },
  });
  let waiting: Present[] = [];
  const settle = async () => {
    const presents = waiting;
    waiting = [];
    await writeEvents(run, presents);
  };
  return {
    add: (row) => {
      const present = presentOf(run, plan, { row, stageOf });
      if (!present) return;
      waiting.push(present);
      run.totals.opportunities += 1;
      if (present.status === 'won' && present.amount !== null) run.totals.wonAmount += unitsOf(present.amount);
    },
    settle,
    finish: settle,
  };
}

type StageOf = (row: TypedRow, name: string) => { pipelineId: string; stageId: string };

/** The pipeline with the file's stages, in order of maturity: the workspace's where it knows them, else made. */
function stages(run: ImportRun, plan: TablePlan): StageOf {
  const { books } = run;
  const names = byMaturity(plan.stageNames);
  return (row, name) => {
    const place = placeOf(plan, row.row);
    const pipelineId = books.pipelines.ensure({ name: row.text.pipeline ?? usualPipeline.zh, place });
    const position = names.indexOf(name) + 1;
    const known = books.stages.find({ name, scope: pipelineId, place });
    const stageId =
      known ??
      books.stages.ensure({
        name,
        scope: pipelineId,
        columns: { pipeline_id: pipelineId, position, kind: stageKind(name) },
        place,
      });
    return { pipelineId, stageId };
  };
}

type PresentInput = Readonly<{ row: TypedRow; stageOf: StageOf }>;

function presentOf(run: ImportRun, plan: TablePlan, { row, stageOf }: PresentInput): Present | null {
  const { stage, deal_code: code, deal_name: name } = row.text;
  if (stage === undefined) return refuse(() => missing(run, plan, row, 'stage'));
  const key = code ?? name;
  if (key === undefined) return refuse(() => missing(run, plan, row, 'deal_code'));
  const fault = datesFault(row, stageKind(stage));
  if (fault)
    return refuse(() => run.findings.reject({ ...fault, place: placeOf(plan, row.row, columnOf(plan, 'closed_on')) }));
  const id = idOf(run, 'opportunity', code === undefined ? 'name' : 'code', key);
  const { pipelineId, stageId } = stageOf(row, stage);
  const ownerId = writeOpportunity(run, plan, { row, id, pipelineId });
  return { id, stageId, ownerId, ...stateOf(row, stageKind(stage)) };
}

function refuse(say: () => void): null {
  say();
  return null;
}

function datesFault({ dates }: TypedRow, status: StageKind): { code: string; reason: Bilingual } | null {
  if (status === 'open') return null;
  if (!dates.closed_on) return { code: 'closed_undated', reason: notes.closedUndated };
  if (dates.created_on && dates.closed_on.day < dates.created_on.day) {
    return { code: 'closed_before_created', reason: notes.closedBeforeCreated };
  }
  return null;
}

function stateOf(row: TypedRow, status: StageKind): Omit<Present, 'id' | 'stageId' | 'ownerId'> {
  const estimate = moneyIn(row, 'deal_amount');
  const closed = moneyIn(row, 'closed_amount');
  const common = {
    status,
    createdOn: dayIn(row, 'created_on'),
    createdMinute: minuteIn(row, 'created_on'),
    lostReason: row.text.lost_reason ?? null,
    competitor: row.text.competitor ?? null,
  };
  const closedOn = dayIn(row, 'closed_on');
  const expected = dayIn(row, 'expected_close_on');
  if (status === 'open') {
    const amount = estimate ?? closed;
    return {
      ...common,
      amount,
      openAmount: amount,
      closedOn: null,
      closedMinute: null,
      expectedCloseOn: expected ?? closedOn,
    };
  }
  const closedMinute = minuteIn(row, 'closed_on');
  return {
    ...common,
    amount: closed ?? estimate,
    openAmount: estimate,
    closedOn,
    closedMinute,
    expectedCloseOn: expected,
  };
}

type Writing = Readonly<{ row: TypedRow; id: string; pipelineId: string }>;

function writeOpportunity(run: ImportRun, plan: TablePlan, { row, id, pipelineId }: Writing): string | null {
  const place = placeOf(plan, row.row);
  const region = regionPlace(run.books, row, place);
  const owner = repOf(run.books, row, { plan, region });
  const known = {
    customer_id: customerOf(run.books, row, { place }),
    product_id: productOf(run.books, row, place),
    source_id: sourceOf(run.books, row, place),
    region_id: region.leaf ?? (owner === null ? null : (run.books.regionOfRep.get(owner) ?? null)),
    created_on: dayIn(row, 'created_on'),
    code: row.text.deal_code ?? null,
    name: row.text.deal_name ?? null,
  };
  if (!row.dates.created_on) run.findings.note({ code: 'no_created_on', text: notes.noCreated, place });
  const present = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null));
  run.writer.add('opportunity', {
    id,
    pipeline_id: pipelineId,
    currency: run.currency,
    has_stage_history: false,
    ...present,
  });
  return owner;
}

async function writeEvents(run: ImportRun, presents: readonly Present[]): Promise<void> {
  if (presents.length === 0) return;
  const ids = presents.map((each) => each.id);
  const last = await run.tx.query<LastEvent>(sql`
    select distinct on (opportunity_id)
           id, opportunity_id, seq, kind, on_day::text as on_day, status, stage_id, owner_id, amount::text as amount,
           expected_close_on::text as expected_close_on, lost_reason
      from opportunity_event
     where workspace_id = ${run.workspaceId} and opportunity_id = any(${ids}::text[])
     order by opportunity_id, seq desc`);
  const lastOf = new Map(last.map((each) => [each.opportunity_id, each]));
  for (const present of presents) {
    const known = lastOf.get(present.id);
    const events = known ? continued(run, present, known) : firstEvents(present);
    if (known && events.length === 0) run.writer.countUnchanged('opportunity_event', known.seq);
    for (const event of events) {
      const id = idOf(run, 'opportunity_event', present.id, String(event.seq));
      run.writer.add('opportunity_event', { ...event, id, opportunity_id: present.id });
    }
  }
}

type EventColumns = Readonly<Record<string, string | number | null> & { seq: number }>;

function firstEvents(present: Present): EventColumns[] {
  const isOpen = present.status === 'open';
  const created = {
    seq: 1,
    kind: 'created',
    on_day: present.createdOn,
    minute: present.createdMinute,
    status: 'open',
    // The stage in which a closed deal began is not in the file; nothing is invented.
    stage_id: isOpen ? present.stageId : null,
    owner_id: present.ownerId,
    amount: present.openAmount,
    expected_close_on: present.expectedCloseOn,
    lost_reason: null,
    competitor: isOpen ? present.competitor : null,
  };
  return isOpen ? [created] : [created, closing(present, 2)];
}

/** The event that the row adds to a known deal; none when the row says what the last event says. */
function continued(run: ImportRun, present: Present, last: LastEvent): EventColumns[] {
  if (isSame(present, last)) return [];
  if (present.status !== 'open') return [closing(present, last.status === present.status ? last.seq : last.seq + 1)];
  return [
    {
      seq: last.seq + 1,
      kind: changeKind(present, last),
      on_day: run.today,
      status: 'open',
      stage_id: present.stageId,
      owner_id: present.ownerId,
      amount: present.amount,
      expected_close_on: present.expectedCloseOn,
      lost_reason: null,
      competitor: present.competitor,
    },
  ];
}

function changeKind(present: Present, last: LastEvent): string {
  if (last.status !== 'open') return 'reopened';
  if (last.stage_id !== present.stageId) return 'stage';
  if (last.owner_id !== present.ownerId) return 'owner';
  return sameAmount(present.amount, last.amount) ? 'expected_close' : 'amount';
}

function closing(present: Present, seq: number): EventColumns {
  return {
    seq,
    kind: present.status,
    on_day: present.closedOn,
    minute: present.closedMinute,
    status: present.status,
    stage_id: present.stageId,
    owner_id: present.ownerId,
    amount: present.amount,
    expected_close_on: present.expectedCloseOn,
    lost_reason: present.lostReason,
    competitor: present.competitor,
  };
}

function isSame(present: Present, last: LastEvent): boolean {
  return (
    last.status === present.status &&
    last.stage_id === present.stageId &&
    last.owner_id === present.ownerId &&
    last.expected_close_on === present.expectedCloseOn &&
    last.lost_reason === present.lostReason &&
    (present.status === 'open' || last.on_day === present.closedOn) &&
    sameAmount(present.amount, last.amount)
  );
}

function sameAmount(left: string | null, right: string | null): boolean {
  return left === null || right === null ? left === right : unitsOf(left) === unitsOf(right);
}

function columnOf(plan: TablePlan, field: string): string {
  return plan.columns.find((each) => each.field === field)?.column ?? field;
}

const notes = {
  noHistory: {
    zh: '文件只有商机的当前状态，没有阶段变化的记录：停留时长和阶段转化率不计这些商机',
    en: 'The file shows deals as they are now, without stage history: dwell and stage conversion leave them out',
  },
  noCreated: { zh: '商机没有创建日期，创建日期记为未知', en: 'Deals without a creation date: it is kept as unknown' },
  closedUndated: { zh: '已赢或已输的商机缺少关闭日期', en: 'A won or lost deal has no close date' },
  closedBeforeCreated: { zh: '关闭日期早于创建日期', en: 'The close date is before the creation date' },
} as const satisfies Record<string, Bilingual>;
