import { addDays, type Day } from '#shared/day.ts';
import type { Entity } from '#store/entities.ts';
import type { Row } from '#store/rows.ts';
import { firstDay, today } from './any-company.ts';
import type { CanaryCompany } from './canary-company.ts';
import { type Eye, eyeOf, type Looker, rowsOf, teamOf, teamsOfScope } from './eyes.ts';

/** Rows by entity and id. */
export type RowIds = ReadonlySet<string>;

/**
 * What somebody may see of a company. `strict`: rows of their people at the event, which is what numbers and their lists are made of.
 * `wide`: besides, all about a customer or a deal whose owner of today is theirs, whoever did it (decision 10).
 */
export type Allowed = Readonly<{ strict: RowIds; wide: RowIds }>;

/** The key of a row. */
export function rowKey(entity: Entity, id: unknown): string {
  return `${entity} ${String(id)}`;
}

/** What a looker may see. */
export function allowedFor(company: CanaryCompany, looker: Looker): Allowed {
  const seen = new Sight(company, looker);
  const strict = new Set([...seen.shared(), ...seen.people(), ...seen.ownRows()]);
  const wide = new Set([
    ...strict,
    ...seen.tasks(),
    ...seen.doneByOwn(),
    ...seen.ofOwnCustomers(),
    ...seen.ofOwnDeals(),
  ]);
  seen.named(wide);
  return { strict, wide };
}

const shared = ['product', 'source', 'region', 'pipeline', 'stage'] as const satisfies readonly Entity[];

class Sight {
  readonly #company: CanaryCompany;
  readonly #eye: Eye;
  readonly #looker: Looker;

  constructor(company: CanaryCompany, looker: Looker) {
    this.#company = company;
    this.#looker = looker;
    this.#eye = eyeOf(company, looker);
  }

  #rows = (entity: Entity) => rowsOf(this.#company, entity);
  #keys = (entity: Entity, rows: readonly Row[]) => rows.map(({ id }) => rowKey(entity, id));

  /** What everybody of the workspace shares: products, sources, regions, pipelines. */
  shared(): readonly string[] {
    return shared.flatMap((entity) => this.#keys(entity, this.#rows(entity)));
  }

  /** Colleagues whose rows may be seen on some day, the teams these belonged to then and belong to today. */
  people(): readonly string[] {
    const people = this.#rows('person').flatMap(({ id }) => this.#person(id));
    const teams = this.#rows('team').filter(({ id }) => this.#looker.scope === 'all' || this.#eye.seesTeam(id, today));
    // Everybody is told which teams they lead and belong to, whatever their scope.
    const own = [...teamsOfScope(this.#company, 'team', this.#looker.person)].map((id) => rowKey('team', id));
    return [...people, ...own, ...this.#keys('team', teams)];
  }

  #person(id: string): readonly string[] {
    const found = new Set<string>();
    if (id === this.#looker.person || this.#looker.scope === 'all') found.add(rowKey('person', id));
    const teamToday = teamOf(this.#company, id, today);
    for (let day = firstDay; day <= today; day = addDays(day, 1)) {
      if (!this.#eye.sees(id, day)) continue;
      found.add(rowKey('person', id));
      found.add(rowKey('team', teamOf(this.#company, id, day)));
      found.add(rowKey('team', teamToday));
    }
    return [...found];
  }

  /** Rows of theirs at the event, with the customers of these; customers of theirs; the pool where that is permitted. */
  ownRows(): readonly string[] {
    const { sees } = this.#eye;
    const orders = this.#rows('sales_order');
    const repOf = new Map(orders.map(({ id, rep_id: rep }) => [id, rep]));
    const dated = (entity: Entity, day: string) =>
      this.#rows(entity).filter((row) => sees(repOf.get(String(row.order_id)), row[day]));
    const own = {
      sales_order: orders.filter((row) => sees(row.rep_id, row.ordered_on)),
      refund: dated('refund', 'refunded_on'),
      payment: dated('payment', 'paid_on'),
      invoice: dated('invoice', 'invoiced_on'),
      lead: this.#rows('lead').filter((row) => sees(row.owner_id, row.created_on)),
      interaction: this.#rows('interaction').filter((row) => sees(row.rep_id, row.on_day)),
      opportunity_event: this.#seenStates(),
    };
    const ordered = new Set(own.sales_order.map(({ id }) => id));
    const money = new Set([...own.refund, ...own.payment, ...own.invoice].map((row) => String(row.order_id)));
    const deals = new Set(own.opportunity_event.map((row) => String(row.opportunity_id)));
    const withDeal = this.#rows('opportunity').filter(({ id }) => deals.has(id));
    const withOrder = orders.filter(({ id }) => ordered.has(id) || money.has(id));
    const about = [...withOrder, ...own.lead, ...own.interaction, ...withDeal].map((row) => row.customer_id);
    const customers = this.#rows('customer').filter(
      ({ id, owner_id: owner }) =>
        about.includes(id) || this.#eye.seesToday(owner) || (owner === null && this.#looker.mayPool),
    );
    return [
      // as: Object.entries forgets the names of the entities.
      ...(Object.entries(own) as [Entity, readonly Row[]][]).flatMap(([entity, rows]) => this.#keys(entity, rows)),
      ...this.#keys(
        'order_line',
        this.#rows('order_line').filter((row) => ordered.has(String(row.order_id))),
      ),
      ...[...money, ...ordered].map(orderNumber),
      ...this.#keys('opportunity', withDeal),
      ...this.#states(withDeal),
      ...this.#keys('customer', customers),
    ];
  }

  /** Events of deals whose owner then is theirs on a day on which the state holds. */
  #seenStates(): readonly Row[] {
    const events = this.#rows('opportunity_event');
    return events.filter((row) => {
      const next = events.find(
        (other) => other.opportunity_id === row.opportunity_id && Number(other.seq) === Number(row.seq) + 1,
      );
      const from = String(row.on_day) as Day;
      const before = next ? (String(next.on_day) as Day) : addDays(today, 1);
      return this.#looker.scope === 'all' || this.#eye.seesWithin(row.owner_id, from, before);
    });
  }

  #states(deals: readonly Row[]): readonly string[] {
    const ids = new Set(deals.map(({ id }) => id));
    const events = this.#rows('opportunity_event').filter((row) => ids.has(String(row.opportunity_id)));
    return events.map(({ id }) => dealState(id));
  }

  /** Tasks of their people, and those about customers and deals of their people. */
  tasks(): readonly string[] {
    const owner = new Map(this.#rows('customer').map(({ id, owner_id: of }) => [id, of]));
    const seen = this.#rows('task').filter(
      (row) =>
        this.#eye.seesToday(row.assignee_id) ||
        this.#eye.seesToday(owner.get(String(row.customer_id)) ?? null) ||
        this.#eye.seesToday(this.#presentOwner(row.opportunity_id)),
    );
    return this.#keys('task', seen);
  }

  /** What their people did on a day with customers of others: it stands in these customers' timelines. */
  doneByOwn(): readonly string[] {
    const { sees } = this.#eye;
    const handed = this.#rows('customer_event').filter((row) => sees(row.owner_id, row.on_day));
    const tasks = this.#rows('task').filter((row) =>
      [row.created_on, row.done_on].some((day) => day !== null && sees(row.assignee_id, day)),
    );
    return [...this.#keys('customer_event', handed), ...this.#keys('task', tasks)];
  }

  #presentOwner(deal: unknown): unknown {
    return this.#rows('opportunity_event').findLast((row) => row.opportunity_id === deal)?.owner_id ?? null;
  }

  /** All rows of customers whose owner of today is theirs. */
  ofOwnCustomers(): readonly string[] {
    const own = new Set(
      this.#rows('customer')
        .filter(({ owner_id: owner }) => this.#eye.seesToday(owner))
        .map(({ id }) => id),
    );
    const direct = ['contact', 'customer_event', 'sales_order', 'opportunity', 'interaction', 'task'] as const;
    const ordered = new Set(
      this.#rows('sales_order')
        .filter((row) => own.has(String(row.customer_id)))
        .map(({ id }) => id),
    );
    const deals = this.#rows('opportunity').filter((row) => own.has(String(row.customer_id)));
    return [
      ...[...ordered].map(orderNumber),
      ...direct.flatMap((entity) =>
        this.#keys(
          entity,
          this.#rows(entity).filter((row) => own.has(String(row.customer_id))),
        ),
      ),
      ...(['order_line', 'refund'] as const).flatMap((entity) =>
        this.#keys(
          entity,
          this.#rows(entity).filter((row) => ordered.has(String(row.order_id))),
        ),
      ),
      // The timeline says who opened a deal, what it came to, and why it was lost.
      ...this.#states(deals),
      ...this.#keys(
        'opportunity_event',
        deals.flatMap((deal) => this.#firstAndLast(deal)),
      ),
    ];
  }

  #firstAndLast({ id }: Row): readonly Row[] {
    const events = this.#rows('opportunity_event').filter((row) => row.opportunity_id === id);
    return [...events.slice(0, 1), ...events.slice(-1)];
  }

  /** All rows of deals whose owner of today is theirs. */
  ofOwnDeals(): readonly string[] {
    const own = new Set(
      this.#rows('opportunity')
        .filter(({ id }) => this.#eye.seesToday(this.#presentOwner(id)))
        .map(({ id }) => id),
    );
    const about = ['opportunity_event', 'interaction', 'task'] as const;
    return [
      ...this.#states(this.#rows('opportunity').filter(({ id }) => own.has(id))),
      ...[...own].map((id) => rowKey('opportunity', id)),
      ...about.flatMap((entity) =>
        this.#keys(
          entity,
          this.#rows(entity).filter((row) => own.has(String(row.opportunity_id))),
        ),
      ),
    ];
  }

  /** Adds what the seen rows name: their customers, deals, orders and colleagues. */
  named(seen: Set<string>): void {
    for (const entity of naming) {
      for (const row of this.#rows(entity)) {
        if (!seen.has(rowKey(entity, row.id))) continue;
        for (const key of namedBy(row)) seen.add(key);
      }
    }
  }
}

function namedBy(row: Row): readonly string[] {
  return linked.flatMap(([column, key]) => (row[column] ? [key(row[column])] : []));
}

const naming = [
  'sales_order',
  'refund',
  'interaction',
  'task',
  'opportunity',
  'opportunity_event',
  'customer_event',
] as const satisfies readonly Entity[];

const linked = [
  ['customer_id', (id: unknown) => rowKey('customer', id)],
  ['opportunity_id', (id: unknown) => rowKey('opportunity', id)],
  ['order_id', (id: unknown) => orderNumber(id)],
  ['rep_id', (id: unknown) => rowKey('person', id)],
  ['owner_id', (id: unknown) => rowKey('person', id)],
  ['assignee_id', (id: unknown) => rowKey('person', id)],
  ['person_id', (id: unknown) => rowKey('person', id)],
] as const;

/** The key of an order's number alone: a refund names it, and not what was ordered. */
export function orderNumber(id: unknown): string {
  return `${rowKey('sales_order', id)} number`;
}

/** The key of the amount and lost reason alone: a deal in sight by one of its events is shown as it stands. */
export function dealState(id: unknown): string {
  return `${rowKey('opportunity_event', id)} state`;
}
