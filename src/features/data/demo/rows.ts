import type { Day } from '#shared/day.ts';

/** Exact money as text with two decimals. */
type Money = string;
type Dated = Readonly<{ from_on: Day | null; before_on: Day | null }>;

export type PersonRow = Readonly<{
  id: string;
  name: string;
  title: string;
  is_rep: boolean;
  hired_on: Day;
  left_on: Day | null;
}>;
export type NamedRow = Readonly<{ id: string; name: string }>;
export type TeamParentRow = Dated & Readonly<{ id: string; team_id: string; parent_id: string | null }>;
export type TeamManagerRow = Dated & Readonly<{ id: string; team_id: string; person_id: string }>;
export type AssignmentRow = Dated & Readonly<{ id: string; person_id: string; team_id: string }>;
export type RegionRow = Readonly<{
  id: string;
  name: string;
  parent_id: string | null;
  level: 'region' | 'province' | 'city';
}>;
export type ProductLineRow = NamedRow & Readonly<{ parent_id: string | null }>;
export type ProductRow = NamedRow & Readonly<{ code: string; line_id: string; list_price: Money }>;
export type StageRow = NamedRow &
  Readonly<{
    pipeline_id: string;
    position: number;
    kind: 'open' | 'won' | 'lost' | 'disqualified';
    probability: string;
    dwell_limit_days: number | null;
  }>;
export type CustomerRow = Readonly<{
  id: string;
  name: string;
  code: string;
  type: string;
  industry: string;
  tier: string;
  region_id: string;
  source_id: string;
  owner_id: string | null;
  created_on: Day;
}>;
export type ContactRow = Readonly<{
  id: string;
  customer_id: string;
  name: string;
  title: string;
  phone: string;
  email: string;
}>;
export type LeadRow = Readonly<{
  id: string;
  name: string;
  customer_id: string | null;
  opportunity_id: string | null;
  owner_id: string | null;
  source_id: string;
  region_id: string;
  created_on: Day;
  created_minute: number;
  responded_on: Day | null;
  responded_minute: number | null;
  valid_on: Day | null;
  invalid_on: Day | null;
  converted_on: Day | null;
}>;
export type OpportunityRow = Readonly<{
  id: string;
  name: string;
  code: string;
  customer_id: string;
  pipeline_id: string;
  product_id: string;
  source_id: string;
  region_id: string;
  lead_id: string | null;
  created_on: Day;
  has_stage_history: boolean;
}>;
export type EventKind =
  | 'created'
  | 'stage'
  | 'owner'
  | 'amount'
  | 'expected_close'
  | 'won'
  | 'lost'
  | 'disqualified'
  | 'reopened';
export type OpportunityEventRow = Readonly<{
  id: string;
  opportunity_id: string;
  seq: number;
  kind: EventKind;
  on_day: Day;
  minute: number;
  status: StageRow['kind'];
  stage_id: string;
  owner_id: string;
  amount: Money;
  expected_close_on: Day;
  lost_reason: string | null;
  competitor: string | null;
  note: string | null;
}>;
export type SalesOrderRow = Readonly<{
  id: string;
  number: string;
  customer_id: string;
  rep_id: string;
  region_id: string;
  source_id: string;
  opportunity_id: string | null;
  is_draft: boolean;
  ordered_on: Day;
  ordered_minute: number;
  cancelled_on: Day | null;
  discount: Money;
}>;
export type OrderLineRow = Readonly<{
  id: string;
  order_id: string;
  line_number: number;
  product_id: string;
  quantity: string;
  amount: Money;
  discount: Money;
  order_discount: Money;
  cost: Money;
}>;
export type RefundRow = Readonly<{
  id: string;
  order_id: string;
  order_line_id: string;
  refunded_on: Day;
  amount: Money;
  quantity: string | null;
  reason: string;
}>;
export type PaymentRow = Readonly<{ id: string; order_id: string; paid_on: Day; amount: Money }>;
export type InvoiceRow = Readonly<{ id: string; order_id: string; invoiced_on: Day; amount: Money }>;
export type InteractionRow = Readonly<{
  id: string;
  customer_id: string;
  opportunity_id: string | null;
  rep_id: string;
  type: string;
  initiator: 'customer' | 'us';
  on_day: Day;
  minute: number;
}>;
export type SourceCostRow = Readonly<{ id: string; source_id: string; month_on: Day; amount: Money }>;

/** The whole made-up company as plain rows per store entity; tasks and hand-overs come from people. */
export type DemoCompany = Readonly<{
  person: readonly PersonRow[];
  team: readonly NamedRow[];
  team_parent: readonly TeamParentRow[];
  team_manager: readonly TeamManagerRow[];
  rep_assignment: readonly AssignmentRow[];
  region: readonly RegionRow[];
  product_line: readonly ProductLineRow[];
  product: readonly ProductRow[];
  source: readonly NamedRow[];
  pipeline: readonly NamedRow[];
  stage: readonly StageRow[];
  customer: readonly CustomerRow[];
  contact: readonly ContactRow[];
  lead: readonly LeadRow[];
  opportunity: readonly OpportunityRow[];
  opportunity_event: readonly OpportunityEventRow[];
  sales_order: readonly SalesOrderRow[];
  order_line: readonly OrderLineRow[];
  refund: readonly RefundRow[];
  payment: readonly PaymentRow[];
  invoice: readonly InvoiceRow[];
  interaction: readonly InteractionRow[];
  source_cost: readonly SourceCostRow[];
}>;
