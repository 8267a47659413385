/**
 * What the replica holds, as DuckDB tables. Ids are the store's; names are in clear; days are local days.
 * Open bounds of dated rows are 0001-01-01 and 9999-12-31, so that ranges compare without nulls.
 */
export const dimensionTables = `
create table person (id varchar primary key, name varchar not null, title varchar, is_rep boolean not null, hired_on date, left_on date);
create table team (id varchar primary key, name varchar not null);
create table team_ancestor (team_id varchar not null, ancestor_id varchar not null, from_on date not null, before_on date not null);
create table team_manager (team_id varchar not null, person_id varchar not null, from_on date not null, before_on date not null);
create table assignment (person_id varchar not null, team_id varchar not null, from_on date not null, before_on date not null);
create table region (id varchar primary key, name varchar not null, level varchar not null, parent_id varchar, root_id varchar not null, province_id varchar);
create table product_line (id varchar primary key, name varchar not null, parent_id varchar, root_id varchar not null);
create table product (id varchar primary key, name varchar not null, code varchar, line_id varchar, root_line_id varchar, list_price decimal(18,4));
create table source (id varchar primary key, name varchar not null);
create table pipeline (id varchar primary key, name varchar not null);
create table stage (id varchar primary key, pipeline_id varchar not null, name varchar not null, position smallint not null, kind varchar not null, probability decimal(5,4), dwell_limit_days smallint);
create table customer (id varchar primary key, name varchar not null, code varchar, type varchar, industry varchar, tier varchar, region_id varchar, source_id varchar, owner_id varchar, created_on date);
create table task (id varchar primary key, kind varchar not null, customer_id varchar, opportunity_id varchar, person_id varchar, assignee_id varchar, title varchar not null, created_on date not null, created_by varchar, due_on date, done_on date, outcome varchar, at_risk decimal(18,4), probability decimal(5,4), version integer);
create table customer_event (id varchar primary key, customer_id varchar not null, kind varchar not null, on_day date not null, minute smallint, owner_id varchar, tier varchar, reason varchar, by_name varchar);
create table source_cost (id varchar primary key, source_id varchar not null, month_on date not null, amount decimal(18,4) not null);
create table calendar_day (day date primary key, is_workday boolean not null, holiday varchar, weekday smallint not null, week_on date not null, month_on date not null, quarter_on date not null, half_year_on date not null, year_on date not null, fiscal_quarter_on date not null, fiscal_year_on date not null, iso_week smallint not null, iso_year smallint not null, workday_of_month smallint not null, workday_of_quarter smallint not null, workday_of_year smallint not null, workday_number integer not null, spring_festival_offset smallint not null);
`;

/**
 * Facts, wide enough to be asked without joining each other. Money is in the workspace's currency, rounded once per row.
 * - `sale`: one row per order line, drafts and cancelled ones included (the question leaves them out and says so).
 *   `amount` is net of line and order discount; null when the source has none. `is_first`: of the customer's first order ever.
 * - `sale_order`: one row per order; `amount` is the sum of its lines with an amount, null when none has one.
 * - `refund_fact`, `payment_fact`, `invoice_fact`: dated rows with their order's attributes; refunds of drafts and cancelled
 *   orders included, as in `sale`. A payment or invoice has no product.
 * - `deal`: one row per stretch in which nothing about the opportunity changed, `[from_on, before_on)` at day level: the last
 *   event of a day wins. The state on day D is the row with `from_on <= D < before_on`. `status_on` is the day on which the
 *   present status began (null: unknown), `stage_on` the same for the stay in its stage (a reopened deal begins it anew). `push_count`: on how many days so far the open deal's expected close was
 *   moved later than the one known before; several moves of one day are one. `version`: of the deal at present, for edits.
 * - `stage_visit`: one row per stay of an open deal in a stage, `[entered_on, left_on)`; `left_on` null: still there. `ended_by`:
 *   stage, won, lost or disqualified. `is_first`: the deal's first stay in that stage. `visit_number`: its stays in their order.
 *   `advanced_on`: when after the stay began the deal came to a later stage or was won, however it got there; null: it did not. Deals of which the source gave only a
 *   present state have rows too (`has_stage_history` false), so that questions can say how many they leave out.
 * - A refund of a draft or cancelled order is left out (its sale is out already), a payment or invoice of a draft too.
 * - `lead_fact`, `interaction_fact`: one row each. `response_minutes` counts minutes on workdays only, 9:00–18:00.
 *
 * The first column is the key (of `deal`: with `from_on`); no index enforces it, because loading would take five times as long.
 */
export const factTables = `
create table sale (line_id varchar not null, order_id varchar not null, number varchar not null, ordered_on date, minute smallint, cancelled_on date, is_draft boolean not null, is_first boolean not null, rep_id varchar, customer_id varchar, region_id varchar, source_id varchar, product_id varchar, quantity decimal(18,4), amount decimal(18,4), discount decimal(18,4) not null, cost decimal(18,4));
create table sale_order (order_id varchar not null, number varchar not null, ordered_on date, minute smallint, cancelled_on date, is_draft boolean not null, is_first boolean not null, rep_id varchar, customer_id varchar, region_id varchar, source_id varchar, amount decimal(18,4), line_count integer not null);
create table refund_fact (refund_id varchar not null, order_id varchar not null, line_id varchar not null, number varchar not null, refunded_on date not null, cancelled_on date, is_draft boolean not null, is_first boolean not null, rep_id varchar, customer_id varchar, region_id varchar, source_id varchar, product_id varchar, quantity decimal(18,4), amount decimal(18,4) not null, reason varchar);
create table payment_fact (payment_id varchar not null, order_id varchar not null, number varchar not null, paid_on date not null, is_first boolean not null, rep_id varchar, customer_id varchar, region_id varchar, source_id varchar, amount decimal(18,4) not null);
create table invoice_fact (invoice_id varchar not null, order_id varchar not null, number varchar not null, invoiced_on date not null, is_first boolean not null, rep_id varchar, customer_id varchar, region_id varchar, source_id varchar, amount decimal(18,4) not null);
create table deal (opportunity_id varchar not null, code varchar, name varchar, from_on date not null, before_on date not null, status varchar not null, status_on date, status_minute smallint, stage_id varchar, stage_on date, rep_id varchar, amount decimal(18,4), expected_close_on date, lost_reason varchar, competitor varchar, created_on date, created_minute smallint, created_rep_id varchar, customer_id varchar, pipeline_id varchar not null, product_id varchar, source_id varchar, region_id varchar, lead_id varchar, has_stage_history boolean not null, push_count integer not null, version integer);
create table stage_visit (visit_id varchar not null, opportunity_id varchar not null, stage_id varchar not null, entered_on date, left_on date, ended_by varchar, next_stage_id varchar, visit_number integer not null, is_first boolean not null, advanced_on date, rep_id varchar, amount decimal(18,4), created_on date, customer_id varchar, pipeline_id varchar not null, product_id varchar, source_id varchar, region_id varchar, has_stage_history boolean not null);
create table lead_fact (lead_id varchar not null, name varchar, customer_id varchar, opportunity_id varchar, rep_id varchar, source_id varchar, region_id varchar, created_on date, created_minute smallint, responded_on date, response_minutes integer, valid_on date, invalid_on date, converted_on date);
create table interaction_fact (interaction_id varchar not null, customer_id varchar, opportunity_id varchar, rep_id varchar, region_id varchar, type varchar not null, initiator varchar not null, on_day date not null, minute smallint);
`;
