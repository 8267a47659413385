import type { Aggregate, Atom, Measure } from '#semantic/define.ts';
import { noAmount, noCustomer } from './reasons.ts';

const customersAtom: Atom = {
  ways: [
    { fact: 'order', aggregate: { kind: 'distinct', of: 'f.customer_id' } },
    { fact: 'line', aggregate: { kind: 'distinct', of: 'f.customer_id' } },
  ],
  leftOut: [noCustomer],
  label: { zh: '下单客户', en: 'Customers with an order' },
};

const repeatCustomers: Atom = {
  ...customersAtom,
  where: 'not f.is_first',
  label: { zh: '复购客户', en: 'Customers with a repeat order' },
};

function netAtom(aggregate: Aggregate, label: Atom['label']): Atom {
  return {
    ways: [
      { fact: 'net_order', aggregate },
      { fact: 'net_line', aggregate },
    ],
    leftOut: [noAmount],
    label,
  };
}

/** Who buys: new, active and returning customers, and how much hangs on a few. */
export const customerMeasures: readonly Measure[] = [
  {
    id: 'new_customers',
    label: { zh: '新客户', en: 'New customers' },
    meaning: { zh: '有史以来第一单落在期内的客户', en: 'Customers whose first order ever is in the period' },
    unit: 'count',
    better: 'up',
    value: { atom: { ...customersAtom, where: 'f.is_first', label: { zh: '首单客户', en: 'First-time customers' } } },
  },
  {
    id: 'active_customers',
    label: { zh: '活跃客户', en: 'Active customers' },
    meaning: { zh: '期内下过单的客户，一位只算一次', en: 'Customers with an order in the period, each once' },
    unit: 'count',
    better: 'up',
    value: { atom: customersAtom },
  },
  {
    id: 'repeat_rate',
    label: { zh: '复购率', en: 'Repeat rate' },
    meaning: {
      zh: '期内有非首单的客户 ÷ 期内下过单的客户',
      en: 'Customers with an order after their first in the period ÷ customers with any order in it',
    },
    unit: 'ratio',
    better: 'up',
    value: { ratio: [{ atom: repeatCustomers }, { atom: customersAtom }] },
  },
  {
    id: 'top10_customer_share',
    label: { zh: '前十客户占比', en: 'Top-10 customer share' },
    meaning: {
      zh: '收入最高的 10 位客户的收入 ÷ 全部收入（减退款）',
      en: 'Net revenue of the 10 largest customers ÷ all net revenue',
    },
    unit: 'ratio',
    better: null,
    value: {
      ratio: [
        {
          atom: netAtom(
            { kind: 'top', of: 'f.amount', per: 'f.customer_id', n: 10 },
            { zh: '前十客户', en: 'Top 10 customers' },
          ),
        },
        { atom: netAtom({ kind: 'sum', of: 'f.amount' }, { zh: '全部客户', en: 'All customers' }) },
      ],
    },
  },
  {
    id: 'customer_hhi',
    label: { zh: '客户集中度 HHI', en: 'Customer concentration (HHI)' },
    meaning: {
      zh: 'Σ（每位客户收入 ÷ 有客户的收入）²；1 为只靠一位客户',
      en: 'Σ (a customer’s net revenue ÷ that of all customers)²; 1 means one customer is everything',
    },
    unit: 'ratio',
    better: 'down',
    value: {
      atom: netAtom(
        { kind: 'hhi', of: 'f.amount', per: 'f.customer_id' },
        { zh: '订单与退款', en: 'Orders and refunds' },
      ),
    },
  },
];
