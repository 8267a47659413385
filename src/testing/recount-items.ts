import { type Day, daysBetween } from '#shared/day.ts';
import type { PlainRow } from './test-replica.ts';

export type World = Readonly<Record<string, readonly PlainRow[]>>;

/** The time a figure is counted over. `cut`: on the last day, rows that know a later minute do not count. */
export type Window = Readonly<{
  from: string;
  before: string;
  asOf: string;
  known: string;
  /** The whole period, its days to come included. */
  whole: Readonly<{ from: string; before: string }>;
  cut?: Readonly<{ day: string; minute: number }> | null;
}>;

type Row = Readonly<Record<string, unknown>>;

/** A row on its day, with who owned it then; money in thousandths. */
export type Item = Readonly<{
  day: string;
  minute: number | null;
  rep: string | null;
  row: Row;
  amount: number | null;
}>;

/** How long cohorts are watched. */
export const horizon = 90;

/** A value as text; null when it is missing. */
export const text = (value: unknown) => (value === null || value === undefined ? null : String(value));

/** Thousandths, exact in a double. */
export const thousandths = (value: unknown) =>
  value === null || value === undefined ? null : Math.round(Number(value) * 1000);

/** What counts in the window, as METRICS says, by kind. */
export function itemsOf(world: World, window: Window) {
  return { ...orderItems(world, window), ...dealItems(world, window), ...leadItems(world, window) };
}

export type Items = Readonly<ReturnType<typeof itemsOf>>;

type Columns = Readonly<{ day: string; minute?: string; rep?: string }>;

function read(world: World, table: string, { day, minute, rep }: Columns): Item[] {
  return (world[table] ?? []).flatMap((row): Item[] => {
    const on = text(row[day]);
    if (!on) return [];
    const known = row[minute ?? 'none'];
    return [
      {
        day: on,
        minute: typeof known === 'number' ? known : null,
        rep: text(row[rep ?? 'rep_id']),
        row,
        amount: thousandths(row.amount),
      },
    ];
  });
}

function isIn({ from, before, cut }: Window) {
  return (item: Item) =>
    item.day >= from &&
    item.day < before &&
    !(cut && item.day === cut.day && item.minute !== null && item.minute > cut.minute);
}

function orderItems(world: World, window: Window) {
  const inTime = isIn(window);
  const isLive = (row: Row | undefined) => !row?.is_draft && !isBefore(row?.cancelled_on, window.asOf);
  const live = (item: Item) => inTime(item) && isLive(item.row);
  const orders = new Map((world.sale_order ?? []).map((row) => [String(row.order_id), row]));
  const ordered = { day: 'ordered_on', minute: 'minute' };
  return {
    lines: read(world, 'sale', ordered).filter(live),
    orders: read(world, 'sale_order', ordered).filter(live),
    refunds: read(world, 'refund_fact', { day: 'refunded_on' }).filter(
      (item) => inTime(item) && isLive(orders.get(String(item.row.order_id))),
    ),
    payments: read(world, 'payment_fact', { day: 'paid_on' }).filter(inTime),
    invoices: read(world, 'invoice_fact', { day: 'invoiced_on' }).filter(inTime),
  };
}

function dealItems(world: World, window: Window) {
  const { asOf, known } = window;
  const created = read(world, 'deal', {
    day: 'created_on',
    minute: 'created_minute',
    rep: 'created_rep_id',
  }).filter(isIn(window));
  return {
    created: created.filter(stateAt(asOf)),
    cohort: created.filter(stateAt(known)).filter(isMature(known)),
    outcomes: read(world, 'deal', { day: 'status_on', minute: 'status_minute' })
      .filter((item) => item.row.status !== 'open')
      .filter(isIn(window))
      .filter(stateAt(asOf)),
    standing: standing(world, asOf),
    pushes: pushes(world).filter(isIn(window)),
    promised: promised(world, window),
    due: standing(world, asOf).filter(({ row }) => isWithin(row.expected_close_on, window.whole)),
    stageCohort: read(world, 'stage_visit', { day: 'entered_on' })
      .filter(isIn(window))
      .filter(({ row }) => row.has_stage_history && row.is_first)
      .filter(isMature(known)),
    stageVisits: read(world, 'stage_visit', { day: 'entered_on' })
      .filter(isIn(window))
      .filter(({ row }) => row.has_stage_history),
  };
}

function standing(world: World, asOf: string): Item[] {
  const day = new Date(Date.parse(asOf) - 86_400_000).toISOString().slice(0, 10);
  const probability = (id: unknown) => (world.stage ?? []).find((stage) => stage.id === id)?.probability ?? null;
  return (world.deal ?? [])
    .filter((row) => row.status === 'open')
    .map((row) => ({
      day,
      minute: null,
      rep: text(row.rep_id),
      row: { ...row, probability: probability(row.stage_id) },
      amount: thousandths(row.amount),
    }))
    .filter(stateAt(asOf));
}

/** Stretches that have one push more than the stretch before them. */
function pushes(world: World): Item[] {
  const deals = world.deal ?? [];
  const before = (row: Row) =>
    deals.find((each) => each.opportunity_id === row.opportunity_id && each.before_on === row.from_on);
  return read(world, 'deal', { day: 'from_on' }).filter(
    ({ row }) => Number(row.push_count) > Number(before(row)?.push_count ?? 0),
  );
}

/** Deals open on the first morning and expected by the end, with their status then; disqualified ones left out. */
function promised(world: World, { from, asOf }: Window): Item[] {
  const last = (id: unknown) =>
    (world.deal ?? []).find((row) => row.opportunity_id === id && stateAt(asOf)({ row } as Item))?.status ?? null;
  return standing(world, from)
    .filter(({ row }) => isWithin(row.expected_close_on, { from, before: asOf }))
    .map((item) => ({ ...item, day: from, row: { ...item.row, last_status: last(item.row.opportunity_id) } }))
    .filter(({ row }) => row.last_status !== 'disqualified');
}

function leadItems(world: World, window: Window) {
  const { asOf, known } = window;
  const inTime = isIn(window);
  const leads = read(world, 'lead_fact', { day: 'created_on', minute: 'created_minute' }).filter(inTime);
  const mature = leads.filter(isMature(known));
  return {
    leads,
    leadCohort: mature,
    convertedLeads: mature.filter(
      ({ row, day }) =>
        isBefore(row.converted_on, known) && daysBetween(day as Day, String(row.converted_on) as Day) <= horizon,
    ),
    repliedLeads: leads.filter(({ row }) => row.response_minutes !== null && isBefore(row.responded_on, asOf)),
    validLeads: leads.filter(({ row }) => isBefore(row.valid_on, asOf)),
    interactions: read(world, 'interaction_fact', { day: 'on_day', minute: 'minute' }).filter(inTime),
  };
}

function stateAt(day: string) {
  return ({ row }: Item) => String(row.from_on) < day && String(row.before_on) >= day;
}

function isMature(known: string) {
  return (item: Item) => daysBetween(item.day as Day, known as Day) - 1 >= horizon;
}

function isWithin(value: unknown, { from, before }: Window['whole']): boolean {
  return isBefore(value, before) && String(value) >= from;
}

function isBefore(value: unknown, day: string): boolean {
  return value !== null && value !== undefined && String(value) < day;
}
