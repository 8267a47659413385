import type { Bilingual } from '#shared/bilingual.ts';
import type { ActivityRules } from '#stats/activity-score.ts';

/** What one kind of contact is worth, and by which names the sources call it. */
export type ContactKind = Readonly<{
  id: string;
  label: Bilingual;
  /** Points of one on its day. */
  weight: number;
  /** How many of it count on one day. */
  dailyCap: number;
  names: readonly string[];
}>;

/** After so many days a contact is worth half. */
export const halfLifeDays = 60;

/** Contacts older than this are worth less than 2 % and are left out. */
export const lookBackDays = 365;

/** The order itself, the strongest act of a customer. */
const order: ContactKind = {
  id: 'order',
  label: { zh: '下单', en: 'Order' },
  weight: 10,
  dailyCap: 2,
  names: ['order'],
};

/** What the *customer* does. Kinds that a source calls otherwise count as `reply`. */
export const customerKinds: readonly ContactKind[] = [
  order,
  {
    id: 'site_visit',
    label: { zh: '来访', en: 'Visit to us' },
    weight: 8,
    dailyCap: 1,
    names: ['客户来访', '来访', 'site_visit', 'visit'],
  },
  {
    id: 'event',
    label: { zh: '参加活动', en: 'Event' },
    weight: 5,
    dailyCap: 1,
    names: ['参加活动', '活动', '展会', 'event', 'webinar'],
  },
  {
    id: 'reply',
    label: { zh: '回复、来电等', en: 'Reply, call to us, other' },
    weight: 3,
    dailyCap: 2,
    names: [],
  },
];

/** What *we* do: the effort. Kinds that a source calls otherwise count as `message`. */
export const effortKinds: readonly ContactKind[] = [
  {
    id: 'visit',
    label: { zh: '上门拜访', en: 'Visit' },
    weight: 8,
    dailyCap: 1,
    names: ['上门拜访', '拜访', 'visit', 'site_visit'],
  },
  { id: 'call', label: { zh: '电话', en: 'Call' }, weight: 3, dailyCap: 2, names: ['电话', 'call', 'phone'] },
  {
    id: 'message',
    label: { zh: '微信、邮件等', en: 'Message, mail, other' },
    weight: 1,
    dailyCap: 2,
    names: [],
  },
];

/** The kinds as the statistic takes them. */
export function rulesOf(kinds: readonly ContactKind[]): ActivityRules {
  return { types: new Map(kinds.map(({ id, weight, dailyCap }) => [id, { weight, dailyCap }])), halfLifeDays };
}
