import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Scope } from '#semantic/question.ts';
import { addDays, type Day, type DayRange } from '#shared/day.ts';
import { sumOfMoney } from '#shared/money.ts';
import { aCompany, type Company } from '#testing/a-company.ts';
import type { PlainRow } from '#testing/test-replica.ts';
import { type Waterfall, type WaterfallQuestion, waterfall } from './waterfall.ts';
import { waterfallDeals } from './waterfall-deals.ts';

const people = ['li', 'wang', 'zhao'];
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 5, nil: null });
const money = fc.integer({ min: 0, max: 9_999_999 }).map((cents) => (cents / 1000).toFixed(3));
const days = (min: number, max: number) => fc.integer({ min, max }).map((n) => addDays('2026-10-01' as Day, n));

/** What an event may leave a deal as, and how many days after the one before. */
const event = fc.record({
  later: fc.integer({ min: 1, max: 25 }),
  status: fc.constantFrom('open', 'open', 'open', 'won', 'lost', 'disqualified'),
  rep_id: maybe(fc.constantFrom(...people)),
  stage_id: fc.constantFrom('s1', 's2'),
  amount: maybe(money),
  expected_close_on: maybe(days(0, 200)),
});

const history = fc.record({
  born: days(-60, 50),
  region_id: maybe(fc.constantFrom('east', 'west')),
  isUndated: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  events: fc.array(event, { minLength: 1, maxLength: 6 }),
});

const scope: fc.Arbitrary<Scope> = fc.oneof(
  fc.constant<Scope>({ kind: 'all' }),
  fc.constant<Scope>({ kind: 'some', people: ['li'], teams: [] }),
  fc.constant<Scope>({ kind: 'some', people: [], teams: [{ id: 'south', below: true }] }),
);

const question: fc.Arbitrary<Dated> = fc.record(
  {
    between: fc
      .tuple(days(-20, 45), fc.integer({ min: 1, max: 60 }))
      .map(([from, n]) => ({ from, before: addDays(from, n) })),
    closing: fc
      .tuple(days(0, 80), fc.integer({ min: 1, max: 90 }))
      .map(([from, n]) => ({ from, before: addDays(from, n) })),
    where: fc.constantFrom<Where[]>(
      [{ field: 'rep_key', op: 'in', values: ['wang'] }],
      [{ field: 'team', op: 'in', values: ['south'] }],
      [{ field: 'stage_key', op: 'in', values: ['s2'] }],
      [{ field: 'region_key', op: 'in', values: ['east', null] }],
    ),
  },
  { requiredKeys: ['between'] },
);

type Where = NonNullable<WaterfallQuestion['where']>;
type Dated = WaterfallQuestion & Readonly<{ between: DayRange }>;

type History = typeof history extends fc.Arbitrary<infer T> ? T : never;

/** The history as stretches; a deal without a first day is as it is since ever. */
function stretches({ born, region_id, isUndated, events }: History, index: number): PlainRow[] {
  let on: Day = born;
  let since: { status: string; status_on: string | null } = { status: 'open', status_on: isUndated ? null : born };
  const rows = events.map(({ later, ...state }, turn) => {
    if (turn > 0) on = addDays(on, later);
    if (turn > 0 && state.status !== since.status) since = { status: state.status, status_on: on };
    return {
      opportunity_id: `d${index}`,
      created_on: isUndated ? null : born,
      region_id,
      ...state,
      ...since,
      from_on: isUndated && turn === 0 ? '0001-01-01' : on,
    };
  });
  return rows.map((row, turn) => ({ ...row, before_on: rows[turn + 1]?.from_on ?? '9999-12-31' }));
}

function aCompanyOf(histories: readonly History[]): Promise<Company> {
  return aCompany({
    rows: {
      person: people.map((id) => ({ id })),
      team: [{ id: 'south' }, { id: 'group' }],
      team_ancestor: [
        { team_id: 'south', ancestor_id: 'south' },
        { team_id: 'group', ancestor_id: 'group' },
        { team_id: 'group', ancestor_id: 'south', from_on: '2026-10-20' },
      ],
      assignment: [
        { person_id: 'li', team_id: 'south', before_on: '2026-11-01' },
        { person_id: 'wang', team_id: 'group' },
      ],
      region: [
        { id: 'east', name: '华东' },
        { id: 'west', name: '华西' },
      ],
      stage: [
        { id: 's1', name: '一' },
        { id: 's2', name: '二' },
      ],
      deal: histories.flatMap(stretches),
    },
  });
}

test('no waterfall leaves a residual, whatever happened, and whoever asks for what', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(history, { minLength: 8, maxLength: 24 }),
      fc.array(fc.tuple(question, scope), { minLength: 4, maxLength: 4 }),
      async (histories, asked) => {
        const company = await aCompanyOf(histories);
        try {
          for (const [each, seenBy] of asked) await adds(company.as(seenBy), each);
        } finally {
          company.close();
        }
      },
    ),
    { numRuns: 12 },
  );
});

async function adds(company: Company, asked: Dated) {
  const found = await waterfall(company.asking, asked);
  expect(found.residual).toEqual({ amount: '0.0000', deals: 0 });
  await listsAddUp(company, asked, found);
  if (!asked.closing) await tilesAgree(company, asked, found);
}

async function listsAddUp(company: Company, asked: WaterfallQuestion, found: Waterfall) {
  const levels = [{ step: 'start' as const, ...found.start }, ...found.steps, { step: 'end' as const, ...found.end }];
  for (const { step, amount, deals } of levels.filter((each) => each.deals > 0)) {
    const behind = await waterfallDeals(company.asking, { ...asked, steps: [step], limit: 500 });
    expect([behind.total, behind.sum, behind.deals.length]).toEqual([deals, amount, deals]);
    expect(sumOfMoney(behind.deals.map(({ value }) => value))).toBe(amount);
  }
}

async function tilesAgree(company: Company, { between, where }: Dated, found: Waterfall) {
  const eve = { from: addDays(between.from, -1), before: between.from };
  const answered = async (measures: string[], period: typeof eve) =>
    (await company.ask({ measures, period, where })).totals;
  expect(await answered(['open_amount', 'opportunities_open'], eve)).toEqual(
    level(found.start, 'open_amount', 'opportunities_open'),
  );
  expect(await answered(['open_amount', 'opportunities_open'], between)).toEqual(
    level(found.end, 'open_amount', 'opportunities_open'),
  );
  const won = found.steps.find(({ step }) => step === 'won');
  const { won_amount, won_deals } = await answered(['won_amount', 'won_deals'], between);
  expect([won?.amount.replace('-', ''), won?.deals]).toEqual([won_amount, won_deals]);
}

function level({ amount, deals }: Waterfall['start'], money: string, count: string) {
  return { [money]: amount, [count]: deals };
}
