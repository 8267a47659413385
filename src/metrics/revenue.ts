import type { Atom, Measure, Value } from '#semantic/define.ts';
import { noAmount, noCost } from './reasons.ts';

const grossAtom: Atom = {
  ways: [
    { fact: 'order', aggregate: { kind: 'sum', of: 'f.amount' } },
    { fact: 'line', aggregate: { kind: 'sum', of: 'f.amount' } },
  ],
  leftOut: [noAmount],
  label: { zh: '订单', en: 'Orders' },
};

const refundAtom: Atom = {
  ways: [{ fact: 'refund', aggregate: { kind: 'sum', of: 'f.amount' } }],
  label: { zh: '退款，按退款日', en: 'Refunds, by refund date' },
};

const ordersAtom: Atom = {
  ways: [
    { fact: 'order', aggregate: { kind: 'count' } },
    { fact: 'line', aggregate: { kind: 'distinct', of: 'f.order_id' } },
  ],
  label: { zh: '订单', en: 'Orders' },
};

const gross: Value = { atom: grossAtom };
const refunds: Value = { atom: refundAtom };
const net: Value = { difference: [gross, refunds] };
const repeatGross: Value = {
  atom: { ...grossAtom, where: 'not f.is_first', label: { zh: '复购订单', en: 'Repeat orders' } },
};
const repeatRefunds: Value = {
  atom: { ...refundAtom, where: 'not f.is_first', label: { zh: '复购订单的退款', en: 'Refunds of repeat orders' } },
};

/** Orders and revenue, on the basis of the order day (签约). */
export const revenueMeasures: readonly Measure[] = [
  {
    id: 'gross_revenue',
    label: { zh: '订单额', en: 'Gross revenue' },
    meaning: {
      zh: 'Σ 订单行金额 − 折扣，按下单日；草稿不计，已取消的按取消日离开',
      en: 'Σ order lines less discount, by order date; drafts never count, cancelled orders leave when cancelled',
    },
    unit: 'money',
    better: 'up',
    value: gross,
  },
  {
    id: 'refund_amount',
    label: { zh: '退款', en: 'Refunds' },
    meaning: { zh: 'Σ 退款，按退款日', en: 'Σ refunds, by refund date' },
    unit: 'money',
    better: 'down',
    value: refunds,
  },
  {
    id: 'revenue',
    label: { zh: '收入', en: 'Revenue' },
    meaning: {
      zh: 'Σ 订单行金额 − 折扣 − 退款；签约口径，订单按下单日，退款按退款日；草稿不计，已取消的按取消日离开',
      en: 'Σ order lines − discount − refunds; orders by order date, refunds by refund date; drafts never count, cancelled orders leave when cancelled',
    },
    unit: 'money',
    better: 'up',
    value: net,
  },
  {
    id: 'order_count',
    label: { zh: '订单数', en: 'Orders' },
    meaning: {
      zh: '不重复的订单，按下单日；一单多行只算一单',
      en: 'Distinct orders by order date; an order of many lines is one',
    },
    unit: 'count',
    better: 'up',
    value: { atom: ordersAtom },
  },
  {
    id: 'units',
    label: { zh: '销量', en: 'Units' },
    meaning: { zh: 'Σ 订单行数量，按下单日，不减退货', en: 'Σ quantity of order lines by order date, before returns' },
    unit: 'quantity',
    better: 'up',
    value: {
      atom: {
        ways: [{ fact: 'line', aggregate: { kind: 'sum', of: 'f.quantity' } }],
        leftOut: [{ id: 'no_quantity', label: { zh: '没有数量', en: 'No quantity' }, when: 'f.quantity is null' }],
        label: { zh: '订单行', en: 'Order lines' },
      },
    },
  },
  {
    id: 'average_order_value',
    label: { zh: '客单价', en: 'Average order value' },
    meaning: {
      zh: '收入（减退款）÷ 有金额的订单数，同一批订单',
      en: 'Net revenue ÷ orders that have an amount, over the same set',
    },
    unit: 'money',
    better: 'up',
    value: {
      ratio: [net, { atom: { ...ordersAtom, leftOut: [noAmount] } }],
    },
  },
  {
    id: 'median_order_value',
    label: { zh: '订单额中位数', en: 'Median order value' },
    meaning: {
      zh: '每单金额（减折扣，退款前）的中位数',
      en: 'Median amount of an order, less discount, before refunds',
    },
    unit: 'money',
    better: 'up',
    value: {
      atom: {
        ways: [{ fact: 'order', aggregate: { kind: 'median', of: 'f.amount' } }],
        leftOut: [noAmount],
        label: { zh: '订单', en: 'Orders' },
      },
    },
  },
  {
    id: 'p90_order_value',
    label: { zh: '订单额 P90', en: 'P90 order value' },
    meaning: {
      zh: '九成订单不超过的金额（退款前）',
      en: 'The amount that nine orders in ten do not exceed, before refunds',
    },
    unit: 'money',
    better: 'up',
    value: {
      atom: {
        ways: [{ fact: 'order', aggregate: { kind: 'quantile', of: 'f.amount', at: 0.9 } }],
        leftOut: [noAmount],
        label: { zh: '订单', en: 'Orders' },
      },
    },
  },
  {
    id: 'discount_amount',
    label: { zh: '折扣', en: 'Discount' },
    meaning: {
      zh: 'Σ 行折扣与摊到行的整单折扣，按下单日',
      en: 'Σ line discounts and each line’s share of the order’s, by order date',
    },
    unit: 'money',
    better: 'down',
    value: {
      atom: {
        ways: [{ fact: 'line', aggregate: { kind: 'sum', of: 'f.discount' } }],
        label: { zh: '订单行', en: 'Order lines' },
      },
    },
  },
  {
    id: 'gross_profit',
    label: { zh: '毛利', en: 'Gross profit' },
    meaning: {
      zh: 'Σ（订单行金额 − 成本），只计有成本的行，退款前；都没有成本时为“—”',
      en: 'Σ (line amount − cost) over lines whose cost is recorded, before refunds; unknown when none is',
    },
    unit: 'money',
    better: 'up',
    value: {
      atom: {
        ways: [{ fact: 'line', aggregate: { kind: 'sum', of: '(f.amount - f.cost)' } }],
        leftOut: [noAmount, noCost],
        empty: 'unknown',
        guardedBy: 'margin.read',
        label: { zh: '有成本的订单行', en: 'Lines with a cost' },
      },
    },
  },
  {
    id: 'returning_revenue_share',
    label: { zh: '复购收入占比', en: 'Returning revenue share' },
    meaning: {
      zh: '非首单的收入 ÷ 全部收入（都减退款）',
      en: 'Revenue of orders after a customer’s first ÷ all revenue, both net',
    },
    unit: 'ratio',
    better: 'up',
    value: { ratio: [{ difference: [repeatGross, repeatRefunds] }, net] },
  },
  {
    id: 'invoiced_amount',
    label: { zh: '开票额', en: 'Invoiced' },
    meaning: { zh: 'Σ 开票金额，按开票日', en: 'Σ invoices, by invoice date' },
    unit: 'money',
    better: 'up',
    value: {
      atom: {
        ways: [{ fact: 'invoice', aggregate: { kind: 'sum', of: 'f.amount' } }],
        label: { zh: '开票', en: 'Invoices' },
      },
    },
  },
  {
    id: 'collected_amount',
    label: { zh: '回款额', en: 'Collected' },
    meaning: { zh: 'Σ 回款金额，按回款日', en: 'Σ payments, by payment date' },
    unit: 'money',
    better: 'up',
    value: {
      atom: {
        ways: [{ fact: 'payment', aggregate: { kind: 'sum', of: 'f.amount' } }],
        label: { zh: '回款', en: 'Payments' },
      },
    },
  },
];
