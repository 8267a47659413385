import { type DerivedTable, inWorkspaceCurrency, type RootSource } from './derived-table.ts';

/** What order tables share: an order's attributes with whether it is the customer's first. */
export const orderHelpers = `
create table first_order (customer_id varchar not null, order_id varchar not null);
create view order_attributes as
  select o.id, o.number, o.ordered_on, o.ordered_minute as minute, o.cancelled_on, o.is_draft, f.order_id is not null as is_first,
    o.rep_id, o.customer_id, o.region_id, o.source_id, o.rate
  from raw_sales_order o left join first_order f on f.order_id = o.id;
`;

/** The orders, and the customers whose first order may be another one now. */
export const orderRoots: readonly RootSource[] = [
  {
    kind: 'buyer',
    entity: 'sales_order',
    select: (ids) => `select customer_id from raw_sales_order where id in ${ids}`,
  },
  { kind: 'order', entity: 'sales_order', select: (ids) => ids },
  ...['order_line', 'refund', 'payment', 'invoice'].map(
    (entity): RootSource => ({
      kind: 'order',
      entity,
      select: (ids) => `select order_id from raw_${entity} where id in ${ids}`,
    }),
  ),
  // A refund's product is its line's, whatever order it names.
  {
    kind: 'order',
    entity: 'order_line',
    select: (ids) => `select order_id from raw_refund where order_line_id in ${ids}`,
  },
];

const attributes = 'o.number, o.is_first, o.rep_id, o.customer_id, o.region_id, o.source_id';
const orderDates = 'o.ordered_on, o.minute, o.cancelled_on, o.is_draft';

/** The first order of a customer by day, minute and id, drafts and cancelled ones apart. */
const firstOrder: DerivedTable = {
  name: 'first_order',
  root: { kind: 'buyer', column: 'customer_id' },
  wholeFor: [],
  select: (only) => `
    select customer_id, arg_min(id, row(ordered_on, coalesce(ordered_minute, 1440), id)) as order_id
    from raw_sales_order
    where customer_id is not null and ordered_on is not null and not is_draft and cancelled_on is null and ${only('customer_id')}
    group by customer_id`,
  spreads: {
    kind: 'order',
    select: 'select order_id from first_order where customer_id in (select id from roots_buyer)',
  },
};

// Sorted by day, so that a question about a period skips the rest.
const sale: DerivedTable = {
  name: 'sale',
  root: { kind: 'order', column: 'order_id' },
  wholeFor: [],
  select: (only) => `
    select l.id as line_id, l.order_id, ${orderDates}, ${attributes}, l.product_id, l.quantity,
      ${inWorkspaceCurrency('l.amount - l.order_discount', 'o.rate')} as amount,
      ${inWorkspaceCurrency('l.discount + l.order_discount', 'o.rate')} as discount,
      ${inWorkspaceCurrency('l.cost', 'o.rate')} as cost
    from raw_order_line l join order_attributes o on o.id = l.order_id
    where ${only('l.order_id')}
    order by o.ordered_on`,
};

const saleOrder: DerivedTable = {
  name: 'sale_order',
  root: { kind: 'order', column: 'order_id' },
  wholeFor: [],
  select: (only) => `
    select o.id as order_id, ${orderDates}, ${attributes}, l.amount, coalesce(l.line_count, 0) as line_count
    from order_attributes o
    left join (
      select order_id, cast(sum(amount) as decimal(18,4)) as amount, count(*) as line_count
      from sale where ${only('order_id')} group by order_id
    ) l on l.order_id = o.id
    where ${only('o.id')}
    order by o.ordered_on`,
};

const refundFact: DerivedTable = {
  name: 'refund_fact',
  root: { kind: 'order', column: 'order_id' },
  wholeFor: [],
  select: (only) => `
    select r.id as refund_id, r.order_id, r.order_line_id as line_id, r.refunded_on, o.cancelled_on, o.is_draft, ${attributes}, l.product_id, r.quantity,
      ${inWorkspaceCurrency('r.amount', 'o.rate')} as amount, r.reason
    from raw_refund r
    join order_attributes o on o.id = r.order_id
    left join raw_order_line l on l.id = r.order_line_id
    where ${only('r.order_id')}`,
};

const paymentFact: DerivedTable = {
  name: 'payment_fact',
  root: { kind: 'order', column: 'order_id' },
  wholeFor: [],
  select: (only) => `
    select p.id as payment_id, p.order_id, p.paid_on, ${attributes}, ${inWorkspaceCurrency('p.amount', 'o.rate')} as amount
    from raw_payment p join order_attributes o on o.id = p.order_id
    where not o.is_draft and ${only('p.order_id')}`,
};

const invoiceFact: DerivedTable = {
  name: 'invoice_fact',
  root: { kind: 'order', column: 'order_id' },
  wholeFor: [],
  select: (only) => `
    select i.id as invoice_id, i.order_id, i.invoiced_on, ${attributes}, ${inWorkspaceCurrency('i.amount', 'o.rate')} as amount
    from raw_invoice i join order_attributes o on o.id = i.order_id
    where not o.is_draft and ${only('i.order_id')}`,
};

/** Tables about orders, each after those it reads. */
export const orderTables: readonly DerivedTable[] = [firstOrder, sale, saleOrder, refundFact, paymentFact, invoiceFact];
