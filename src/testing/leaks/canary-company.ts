import { addDays, type Day } from '#shared/day.ts';
import { earlier } from '#shared/period.ts';
import type { Entity } from '#store/entities.ts';
import type { Row } from '#store/rows.ts';
import { type CompanyChoices, counts, today } from './any-company.ts';

/** Rows of a company by entity; every name, note, number and amount stands in it once and in no other. */
export type CanaryCompany = Readonly<{ tag: string; rows: Readonly<Partial<Record<Entity, readonly Row[]>>> }>;

/** The name that only this thing of this company has. */
function canary(tag: string, kind: string, index: number | string): string {
  return `zq${tag}${kind}${index}n`;
}

/** The id of this thing, the same in every company: whoever forgets to ask for the workspace too gets a row of another one. */
export function idOf(kind: string, index: number | string): string {
  return `zq${kind}${index}i`;
}

/** The rows that the choices stand for, in the company called `tag`. */
export function canaryCompany(tag: string, choices: CompanyChoices): CanaryCompany {
  const made = new Maker(tag);
  return {
    tag,
    rows: {
      ...catalogue(made),
      ...organisation(made, choices),
      ...customers(made, choices),
      ...orders(made, choices),
      ...deals(made, choices),
      ...doings(made, choices),
    },
  };
}

class Maker {
  readonly tag: string;
  #amounts = 0;

  constructor(tag: string) {
    this.tag = tag;
  }

  id = (kind: string, index: number | string) => idOf(kind, index);
  name = (kind: string, index: number | string) => canary(this.tag, kind, index);
  maybe = (kind: string, index: number | null) => (index === null ? null : this.id(kind, index));

  /** Ten digits, scattered, so that no sum, mean or median of others has the same. */
  amount(): string {
    this.#amounts += 1;
    const [whole, part] = [scattered(this.tag, this.#amounts), scattered(`${this.tag}part`, this.#amounts)];
    return `${100_000 + (whole % 899_999)}.${1001 + (part % 8998)}`;
  }
}

/** A whole number that looks like any other: FNV-1a of the text and the index, mixed once more. */
function scattered(text: string, index: number): number {
  let hash = 2_166_136_261;
  for (const char of `${text}/${index}`) hash = Math.imul(hash ^ char.charCodeAt(0), 16_777_619);
  return (Math.imul(hash ^ (hash >>> 15), 2_246_822_519) ^ (hash >>> 13)) >>> 0;
}

type Rows = CanaryCompany['rows'];

function catalogue({ id, name }: Maker): Rows {
  return {
    product: [{ id: id('product', 0), name: name('product', 0) }],
    source: [{ id: id('source', 0), name: name('source', 0) }],
    region: [{ id: id('region', 0), name: name('region', 0), level: 'region' }],
    pipeline: [{ id: id('pipeline', 0), name: name('pipeline', 0) }],
    stage: ['open', 'open', 'won', 'lost'].map((kind, index) => ({
      id: id('stage', index),
      pipeline_id: id('pipeline', 0),
      name: name('stage', index),
      position: index + 1,
      kind,
      probability: kind === 'open' ? '0.4' : null,
    })),
  };
}

function organisation({ id, name }: Maker, { tree, managers, seats }: CompanyChoices): Rows {
  const hangs = tree.flatMap(({ below, movedOn, movedBelow }, index): Row[] => {
    const team_id = id('team', index + 1);
    // Only below an earlier one, so that there is no circle.
    const [first, second] = [below, movedBelow].map((each) => id('team', each % (index + 1)));
    return movedOn === null
      ? [{ id: id('hang', `${index}a`), team_id, parent_id: first ?? null, from_on: null, before_on: null }]
      : [
          { id: id('hang', `${index}a`), team_id, parent_id: first ?? null, from_on: null, before_on: movedOn },
          { id: id('hang', `${index}b`), team_id, parent_id: second ?? null, from_on: movedOn, before_on: null },
        ];
  });
  const assignments = seats.flatMap(({ team, movedOn, next }, index): Row[] => {
    const seat = { person_id: id('person', index) };
    const first = {
      ...seat,
      id: id('seat', `${index}a`),
      team_id: id('team', team),
      from_on: null,
      before_on: movedOn,
    };
    if (movedOn === null || next === null) return [first];
    return [
      first,
      { ...seat, id: id('seat', `${index}b`), team_id: id('team', next), from_on: movedOn, before_on: null },
    ];
  });
  return {
    person: seats.map(({ movedOn, next }, index) => ({
      id: id('person', index),
      name: name('person', index),
      left_on: movedOn !== null && next === null ? movedOn : null,
    })),
    team: Array.from({ length: counts.teams }, (_, index) => ({ id: id('team', index), name: name('team', index) })),
    team_parent: hangs,
    team_manager: managers.map(({ team, person, from, before }, index) => ({
      id: id('manager', index),
      team_id: id('team', team),
      person_id: id('person', person),
      from_on: from,
      before_on: from !== null && before !== null && before <= from ? null : before,
    })),
    rep_assignment: assignments,
  };
}

function customers({ id, name, maybe }: Maker, { customers: chosen }: CompanyChoices): Rows {
  return {
    customer: chosen.map(({ owner }, index) => ({
      id: id('customer', index),
      name: name('customer', index),
      owner_id: maybe('person', owner),
      region_id: id('region', 0),
      source_id: id('source', 0),
      created_on: '2026-01-01',
    })),
    contact: chosen.map((_, index) => ({
      id: id('contact', index),
      customer_id: id('customer', index),
      name: name('contact', index),
      phone: name('phone', index),
      email: `${name('mail', index)}@example.test`,
    })),
    customer_event: chosen.flatMap(({ formerOwner }, index) =>
      formerOwner === null
        ? []
        : [
            {
              id: id('handed', index),
              customer_id: id('customer', index),
              kind: 'owner',
              on_day: '2026-02-01',
              owner_id: id('person', formerOwner),
              reason: name('reason', index),
            },
          ],
    ),
  };
}

function orders(made: Maker, { orders: chosen }: CompanyChoices): Rows {
  const { id, name, maybe } = made;
  const later = (on: Day, after: number) => notAfterToday(addDays(on, after));
  const after = (kind: 'refundedAfter' | 'paidAfter' | 'billedAfter') =>
    chosen.flatMap((order, index) => {
      const days = order[kind];
      return days === null ? [] : [{ index, on: later(order.on, days), amount: made.amount() }];
    });
  return {
    sales_order: chosen.map(({ rep, customer, on, isDraft, isCancelled }, index) => ({
      id: id('order', index),
      number: name('order', index),
      customer_id: maybe('customer', customer),
      rep_id: maybe('person', rep),
      region_id: id('region', 0),
      source_id: id('source', 0),
      ordered_on: on,
      is_draft: isDraft,
      cancelled_on: isCancelled ? later(on, 3) : null,
    })),
    order_line: chosen.map((_, index) => ({
      id: id('line', index),
      order_id: id('order', index),
      line_number: 1,
      product_id: id('product', 0),
      quantity: '1',
      amount: made.amount(),
    })),
    refund: after('refundedAfter').map(({ index, on, amount }) => ({
      id: id('refund', index),
      order_id: id('order', index),
      order_line_id: id('line', index),
      refunded_on: on,
      amount,
      reason: name('refund', index),
    })),
    payment: after('paidAfter').map(({ index, on, amount }) => ({
      id: id('payment', index),
      order_id: id('order', index),
      paid_on: on,
      amount,
    })),
    invoice: after('billedAfter').map(({ index, on, amount }) => ({
      id: id('invoice', index),
      order_id: id('order', index),
      invoiced_on: on,
      amount,
    })),
  };
}

function deals(made: Maker, { deals: chosen }: CompanyChoices): Rows {
  const { id, name, maybe } = made;
  return {
    opportunity: chosen.map(({ customer, on }, index) => ({
      id: id('deal', index),
      name: name('deal', index),
      customer_id: maybe('customer', customer),
      pipeline_id: id('pipeline', 0),
      product_id: id('product', 0),
      source_id: id('source', 0),
      region_id: id('region', 0),
      created_on: on,
    })),
    opportunity_event: chosen.flatMap((deal, index) => dealEvents(made, deal, index)),
  };
}

function notAfterToday(day: Day): Day {
  return earlier(day, today);
}

type State = Readonly<{ status: string; stage_id: string; owner_id: string | null; amount: string }>;

function dealEvents(made: Maker, { owner, on, steps }: CompanyChoices['deals'][number], index: number): Row[] {
  const { id, name, maybe } = made;
  let state: State = {
    status: 'open',
    stage_id: id('stage', 0),
    owner_id: maybe('person', owner),
    amount: made.amount(),
  };
  let at = on;
  const event = (seq: number, kind: string) => ({
    id: id('event', `${index}x${seq}`),
    opportunity_id: id('deal', index),
    seq,
    kind,
    on_day: at,
    expected_close_on: addDays(at, 20),
    note: name('said', `${index}x${seq}`),
    lost_reason: kind === 'lost' ? name('lost', `${index}x${seq}`) : null,
    ...state,
  });
  const rows: Row[] = [event(1, 'created')];
  for (const [turn, { after, kind, owner: next }] of steps.entries()) {
    at = notAfterToday(addDays(at, after));
    state = { ...state, ...changed(made, kind, next), amount: made.amount() };
    rows.push(event(turn + 2, kind));
  }
  return rows;
}

function changed({ id, maybe }: Maker, kind: string, owner: number | null): Partial<State> {
  if (kind === 'owner') return { owner_id: maybe('person', owner) };
  if (kind === 'won') return { status: 'won', stage_id: id('stage', 2) };
  if (kind === 'lost') return { status: 'lost', stage_id: id('stage', 3) };
  if (kind === 'stage' || kind === 'reopened') return { status: 'open', stage_id: id('stage', 1) };
  return {};
}

function doings(made: Maker, { leads, talks, tasks, deals: chosen }: CompanyChoices): Rows {
  const { id, name, maybe } = made;
  const deal = (index: number | null) => maybe('deal', index === null ? null : index % chosen.length);
  return {
    lead: leads.map(({ rep, customer, on }, index) => ({
      id: id('lead', index),
      name: name('lead', index),
      owner_id: maybe('person', rep),
      customer_id: maybe('customer', customer),
      source_id: id('source', 0),
      created_on: on,
    })),
    interaction: talks.map((talk, index) => ({
      id: id('talk', index),
      customer_id: maybe('customer', talk.customer),
      opportunity_id: deal(talk.deal),
      rep_id: maybe('person', talk.rep),
      type: 'call',
      on_day: talk.on,
      note: name('talk', index),
    })),
    task: tasks.map(({ assignee, customer, about, on, isDone, ...task }, index) => ({
      id: id('task', index),
      kind: 'follow_up',
      customer_id: maybe('customer', customer),
      opportunity_id: deal(task.deal),
      person_id: maybe('person', about),
      assignee_id: maybe('person', assignee),
      title: name('task', index),
      note: name('tasknote', index),
      created_on: on,
      due_on: addDays(on, 10),
      done_on: isDone ? on : null,
      outcome: isDone ? 'done' : null,
      at_risk: made.amount(),
    })),
  };
}
