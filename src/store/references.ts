import type { Entity } from './entities.ts';

/** Who may come in as whom. */
export const accessTables = ['member', 'api_key', 'invitation', 'person_email'] as const;

export type AccessTable = (typeof accessTables)[number];

/** A column that names a row of another entity. */
export type Reference = Readonly<{ table: Entity | AccessTable; column: string; to: Entity }>;

const columnsByTarget: Readonly<Record<string, readonly string[]>> = {
  person: [
    'team_manager.person_id',
    'rep_assignment.person_id',
    'customer.owner_id',
    'lead.owner_id',
    'opportunity_event.owner_id',
    'sales_order.rep_id',
    'interaction.rep_id',
    'task.person_id',
    'task.assignee_id',
    'customer_event.owner_id',
    'member.person_id',
    'api_key.person_id',
    'invitation.person_id',
    'person_email.person_id',
  ],
  team: ['team_parent.team_id', 'team_parent.parent_id', 'team_manager.team_id', 'rep_assignment.team_id'],
  region: [
    'region.parent_id',
    'customer.region_id',
    'lead.region_id',
    'opportunity.region_id',
    'sales_order.region_id',
  ],
  product_line: ['product_line.parent_id', 'product.line_id'],
  product: ['opportunity.product_id', 'order_line.product_id'],
  source: [
    'customer.source_id',
    'lead.source_id',
    'opportunity.source_id',
    'sales_order.source_id',
    'source_cost.source_id',
  ],
  pipeline: ['stage.pipeline_id', 'opportunity.pipeline_id'],
  stage: ['opportunity_event.stage_id'],
  customer: [
    'contact.customer_id',
    'lead.customer_id',
    'opportunity.customer_id',
    'sales_order.customer_id',
    'interaction.customer_id',
    'task.customer_id',
    'customer_event.customer_id',
  ],
  lead: ['opportunity.lead_id'],
  opportunity: [
    'lead.opportunity_id',
    'opportunity_event.opportunity_id',
    'sales_order.opportunity_id',
    'interaction.opportunity_id',
    'task.opportunity_id',
  ],
  sales_order: ['order_line.order_id', 'refund.order_id', 'payment.order_id', 'invoice.order_id'],
  order_line: ['refund.order_line_id'],
};

/** Every reference between rows, declared as a foreign key or not. */
export const references: readonly Reference[] = Object.entries(columnsByTarget).flatMap(([to, columns]) =>
  columns.map((name) => {
    const [table = '', column = ''] = name.split('.');
    // The table above is checked against the schema by a test.
    return { table, column, to } as Reference;
  }),
);
