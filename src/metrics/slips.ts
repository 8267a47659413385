import type { Atom, Fact, Measure, Reason, Value } from '#semantic/define.ts';
import { dealStanding } from './deal-facts.ts';

/** Moves of an open deal's expected close to a later day, on the day of the move, credited to the owner then. */
export const dealPush: Fact = {
  ...dealStanding,
  id: 'deal_push',
  label: { zh: '推迟', en: 'Pushes' },
  kind: 'flow',
  day: 'f.from_on',
  dayLabel: { zh: '推迟日', en: 'Pushed on' },
  // The count stands on every later stretch too: the first that has it is the push.
  holds: `f.push_count > 0 and not exists (select 1 from deal e
    where e.opportunity_id = f.opportunity_id and e.before_on = f.from_on and e.push_count = f.push_count)`,
};

const atTheEnd = (status: string) => `exists (select 1 from deal e
    where e.opportunity_id = f.opportunity_id and e.from_on < :as_of and e.before_on >= :as_of and e.status = '${status}')`;

const wasNotReal: Reason = {
  id: 'disqualified',
  label: { zh: '后来判为无效', en: 'Disqualified since' },
  when: atTheEnd('disqualified'),
};

/** Deals as they stood when the period began, credited to the owner then. */
export const dealPromised: Fact = {
  ...dealStanding,
  id: 'deal_promised',
  label: { zh: '期初在途商机', en: 'Deals open at the start' },
  day: ':starts_on',
  dayLabel: { zh: '期初', en: 'Start of the period' },
  holds: 'f.from_on < :starts_on and f.before_on >= :starts_on',
  leftOut: [wasNotReal],
};

const wasDue = "f.status = 'open' and f.expected_close_on >= :starts_on and f.expected_close_on < :as_of";

function promised(label: Atom['label'], where: string): Value {
  return { atom: { ways: [{ fact: 'deal_promised', aggregate: { kind: 'count' } }], where, label } };
}

/** Whether deals close when they were said to. */
export const slipMeasures: readonly Measure[] = [
  {
    id: 'push_count',
    label: { zh: '推迟次数', en: 'Pushes' },
    meaning: {
      zh: '期内在途商机的预计成交日往后改的次数，按天计（当天改回来的不算），归当时的负责人',
      en: 'Times the expected close of an open deal was moved to a later day in the period (by day: put right the same day is none), credited to the owner then',
    },
    unit: 'count',
    better: 'down',
    value: {
      atom: {
        ways: [{ fact: 'deal_push', aggregate: { kind: 'count' } }],
        label: { zh: '往后改预计成交日', en: 'Expected close moved later' },
      },
    },
  },
  {
    id: 'slip_rate',
    label: { zh: '滑单率', en: 'Slip rate' },
    meaning: {
      zh: '期初就说好在期内（未过完的期间算到今天）成交的在途商机，到期末既没赢也没输的比例：推出去了，或者过期了；后来判为无效的不计',
      en: 'Of the deals open at the start that were then expected to close in the period (so far, while it runs), the share neither won nor lost by its end: pushed out or overdue; those disqualified since are left out',
    },
    unit: 'ratio',
    better: 'down',
    value: {
      ratio: [
        promised({ zh: '到期未结', en: 'Not closed' }, `${wasDue} and ${atTheEnd('open')}`),
        promised({ zh: '期初说好期内成交', en: 'Expected in the period at its start' }, wasDue),
      ],
    },
  },
];
