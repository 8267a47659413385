import fc from 'fast-check';
import { addDays, type Day } from '#shared/day.ts';

/** It is this day for everybody who looks at a made-up company. */
export const today = '2026-11-24' as Day;

/** Nothing is older. */
export const firstDay = addDays(today, -200);

export const counts = { people: 6, teams: 4, customers: 6 } as const;

const person = fc.nat(counts.people - 1);
const team = fc.nat(counts.teams - 1);
const customer = fc.nat(counts.customers - 1);
/** Nothing once in so many times and one; fast-check's `freq` of 1 would be nothing always. */
const maybe = <T>(one: fc.Arbitrary<T>, often = 4) => fc.option(one, { freq: often + 1, nil: null });
/** Any day of the last two hundred before today, the dear ones often. */
const day = fc.oneof(fc.nat(200), fc.constantFrom(0, 1, 2, 30, 60)).map((before) => addDays(today, -before));

const order = fc.record({
  rep: maybe(person),
  customer: maybe(customer, 6),
  on: day,
  isDraft: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  isCancelled: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  refundedAfter: maybe(fc.nat(60), 1),
  paidAfter: maybe(fc.nat(60), 1),
  billedAfter: maybe(fc.nat(60), 1),
});

const step = fc.record({
  after: fc.nat(60),
  kind: fc.constantFrom('owner', 'owner', 'stage', 'amount', 'expected_close', 'won', 'lost', 'reopened'),
  owner: maybe(person, 8),
});

const deal = fc.record({
  owner: maybe(person, 8),
  customer: maybe(customer, 6),
  on: day,
  steps: fc.array(step, { maxLength: 3 }),
});

/**
 * A company as choices: teams that hang below each other and move, managers with dates, people who change teams or leave, customers
 * with and without an owner, and what they all did. Names and amounts are given to it later.
 */
export const anyCompany = fc.record({
  /** Where teams 1, 2 … hang: below an earlier one, and from some day below another. */
  tree: fc.array(fc.record({ below: fc.nat(9), movedOn: maybe(day, 1), movedBelow: fc.nat(9) }), {
    minLength: counts.teams - 1,
    maxLength: counts.teams - 1,
  }),
  managers: fc.array(fc.record({ team, person, from: maybe(day, 1), before: maybe(day, 1) }), {
    minLength: 2,
    maxLength: 5,
  }),
  seats: fc.array(fc.record({ team, movedOn: maybe(day, 1), next: maybe(team, 3) }), {
    minLength: counts.people,
    maxLength: counts.people,
  }),
  customers: fc.array(fc.record({ owner: maybe(person, 3), formerOwner: maybe(person, 1) }), {
    minLength: counts.customers,
    maxLength: counts.customers,
  }),
  orders: fc.array(order, { minLength: 6, maxLength: 14 }),
  deals: fc.array(deal, { minLength: 4, maxLength: 9 }),
  leads: fc.array(fc.record({ rep: maybe(person), customer: maybe(customer), on: day }), {
    minLength: 2,
    maxLength: 5,
  }),
  talks: fc.array(fc.record({ rep: maybe(person), customer: maybe(customer, 6), deal: maybe(fc.nat(3)), on: day }), {
    minLength: 3,
    maxLength: 8,
  }),
  tasks: fc.array(
    fc.record({
      assignee: maybe(person, 6),
      customer: maybe(customer),
      deal: maybe(fc.nat(3)),
      about: maybe(person, 1),
      on: day,
      isDone: fc.boolean(),
    }),
    { minLength: 2, maxLength: 6 },
  ),
});

export type CompanyChoices = typeof anyCompany extends fc.Arbitrary<infer Choices> ? Choices : never;
