import type { Bilingual } from '#shared/bilingual.ts';
import type { FieldId } from './fields.ts';

export type Kind = Readonly<{
  label: Bilingual;
  fields: readonly FieldId[];
  /** Of each group at least one column must be there, or rows of this kind cannot be made. */
  requires: readonly (readonly FieldId[])[];
}>;

/** The kinds of tables an import understands, in the order in which they are read: what others refer to comes first. */
const kinds = {
  region_managers: {
    label: { zh: '区域经理', en: 'region managers' },
    fields: ['region', 'region_manager'],
    requires: [['region'], ['region_manager']],
  },
  products: {
    label: { zh: '产品', en: 'products' },
    fields: ['product_code', 'product_name', 'product_line', 'product_subline', 'list_price'],
    requires: [['product_name'], ['product_code', 'product_line', 'list_price']],
  },
  people: {
    label: { zh: '人员', en: 'people' },
    fields: ['rep', 'manager', 'team', 'region', 'title', 'hired_on', 'left_on'],
    requires: [['rep'], ['manager', 'team', 'region', 'title', 'hired_on']],
  },
  customers: {
    label: { zh: '客户', en: 'customers' },
    fields: [
      'customer_code',
      'customer_name',
      'customer_type',
      'industry',
      'customer_tier',
      'city',
      'province',
      'region',
      'rep',
      'source',
      'created_on',
      'contact_name',
      'title',
      'phone',
      'email',
    ],
    requires: [
      ['customer_name'],
      ['customer_code', 'customer_type', 'industry', 'customer_tier', 'province', 'region', 'contact_name', 'phone'],
    ],
  },
  leads: {
    label: { zh: '线索', en: 'leads' },
    fields: [
      'lead_code',
      'lead_name',
      'customer_code',
      'customer_name',
      'rep',
      'source',
      'city',
      'province',
      'region',
      'created_on',
      'responded_on',
      'valid_on',
      'invalid_on',
      'converted_on',
    ],
    requires: [['lead_code', 'lead_name'], ['created_on']],
  },
  opportunities: {
    label: { zh: '商机', en: 'opportunities' },
    fields: [
      'deal_code',
      'deal_name',
      'rep',
      'product_code',
      'product_name',
      'customer_code',
      'customer_name',
      'pipeline',
      'stage',
      'created_on',
      'closed_on',
      'expected_close_on',
      'deal_amount',
      'closed_amount',
      'lost_reason',
      'competitor',
      'source',
      'city',
      'province',
      'region',
    ],
    requires: [['deal_code', 'deal_name'], ['stage']],
  },
  order_lines: {
    label: { zh: '订单明细', en: 'order lines' },
    fields: [
      'order_number',
      'line_id',
      'ordered_on',
      'cancelled_on',
      'status',
      'customer_code',
      'customer_name',
      'customer_type',
      'industry',
      'customer_tier',
      'city',
      'province',
      'region',
      'product_code',
      'product_name',
      'product_line',
      'product_subline',
      'quantity',
      'unit_price',
      'amount',
      'discount',
      'order_discount',
      'cost',
      'profit',
      'rep',
      'team',
      'source',
    ],
    requires: [['order_number'], ['ordered_on'], ['amount', 'unit_price']],
  },
  returns: {
    label: { zh: '退货', en: 'returns' },
    fields: [
      'order_number',
      'returned',
      'returned_on',
      'refund_amount',
      'product_code',
      'product_name',
      'quantity',
      'reason',
    ],
    requires: [['order_number'], ['returned', 'returned_on', 'refund_amount']],
  },
  payments: {
    label: { zh: '回款', en: 'payments' },
    fields: ['order_number', 'payment_number', 'paid_on', 'paid_amount'],
    requires: [['order_number'], ['paid_on'], ['paid_amount']],
  },
  invoices: {
    label: { zh: '发票', en: 'invoices' },
    fields: ['order_number', 'invoice_number', 'invoiced_on', 'invoiced_amount'],
    requires: [['order_number'], ['invoiced_on'], ['invoiced_amount']],
  },
} as const satisfies Record<string, Kind>;

export type KindId = keyof typeof kinds;

export const kindIds = Object.keys(kinds) as readonly KindId[];

/** The kind of that id. */
export function kind(id: KindId): Kind {
  return kinds[id];
}

/** Headers of tables that describe data and hold none. */
export const descriptions: readonly (readonly string[])[] = [
  ['table', 'field', 'description'],
  ['field', 'description'],
  ['表', '字段', '说明'],
  ['字段', '说明'],
];
