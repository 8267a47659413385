import type { Bilingual } from '#shared/bilingual.ts';
import { moneyUnits } from '#shared/decimal.ts';
import { moneyOf } from '#shared/money.ts';
import { sql } from '#shared/sql.ts';
import { customerOf, productOf, regionPlace, repOf, sourceOf } from './company-books.ts';
import { type ImportRun, idOf, type RowBuilder } from './import-run.ts';
import type { TablePlan } from './table-plan.ts';
import { placeOf, type TypedRow } from './typed-row.ts';

/** Reps with their managers, teams and regions. A team without a name is called after its manager. */
export function peopleBuilder(run: ImportRun, plan: TablePlan): RowBuilder {
  const wishes = new Map<string, string>();
  const leaders = new Map<string, { teamId: string; manager: string; row: TypedRow }>();
  const add = (row: TypedRow) => {
    const { rep, manager, team } = row.text;
    if (rep === undefined) return missing(run, plan, row, 'rep');
    const place = placeOf(plan, row.row);
    const region = regionPlace(run.books, row, place);
    const person = run.books.people.ensure({
      name: rep,
      columns: {
        is_rep: true,
        title: row.text.title,
        hired_on: row.dates.hired_on?.day,
        left_on: row.dates.left_on?.day,
      },
      place,
    });
    if (region.leaf !== null) run.books.regionOfRep.set(person, region.leaf);
    const teamName = team ?? manager;
    if (teamName === undefined) return;
    const teamId = run.books.teams.ensure({ name: teamName, place });
    wishes.set(person, teamId);
    if (manager !== undefined) leaders.set(`${teamId}\n${manager}`, { teamId, manager, row });
  };
  const finish = async () => {
    // After all reps, so that a manager who is also a rep stays one.
    for (const { teamId, manager, row } of leaders.values()) {
      leads(run, { teamId, manager: managerId(run, manager, row, plan) });
    }
    await assign(run, wishes);
  };
  return { add, finish };
}

/** Who manages a sales region: orders and deals there are theirs where a row names no rep. */
export function regionManagerBuilder(run: ImportRun, plan: TablePlan): RowBuilder {
  return {
    add: (row) => {
      const name = row.text.region_manager;
      if (name === undefined) return missing(run, plan, row, 'region_manager');
      const place = placeOf(plan, row.row);
      const { top } = regionPlace(run.books, row, place);
      if (top === null) return missing(run, plan, row, 'region');
      run.books.managerOf.set(top, run.books.people.ensure({ name, columns: { is_rep: true }, place }));
      run.findings.note({ code: 'rep_by_region', text: repByRegion, place: { file: place.file, sheet: place.sheet } });
    },
  };
}

/** Products with their lines and list prices. */
export function productBuilder(run: ImportRun, plan: TablePlan): RowBuilder {
  return {
    add: (row) => {
      const place = placeOf(plan, row.row);
      if (productOf(run.books, row, place) === null) return missing(run, plan, row, 'product_name');
      const price = row.numbers.list_price;
      const { product_name: name = '', product_code: code } = row.text;
      if (!price) return;
      run.books.products.ensure({
        name: name || (code ?? ''),
        code,
        columns: { list_price: moneyOf(moneyUnits(price)) },
        place,
      });
    },
  };
}

/** Customers with what describes them and their contacts. */
export function customerBuilder(run: ImportRun, plan: TablePlan): RowBuilder {
  return {
    add: (row) => {
      const place = placeOf(plan, row.row);
      const region = regionPlace(run.books, row, place);
      const about = {
        region_id: region.leaf,
        source_id: sourceOf(run.books, row, place),
        owner_id: row.text.rep === undefined ? null : repOf(run.books, row, { plan, region }),
        created_on: row.dates.created_on?.day ?? null,
      };
      const customer = customerOf(run.books, row, { place, about });
      if (customer === null) return missing(run, plan, row, 'customer_name');
      const { contact_name: name, title = null, phone = null, email = null } = row.text;
      if (name === undefined && phone === null && email === null) return;
      const id = idOf(run, 'contact', customer, name ?? phone ?? email ?? '');
      run.writer.add('contact', { id, customer_id: customer, name: name ?? '', title, phone, email });
    },
  };
}

/** Says that a value every row needs is missing. */
export function missing(run: ImportRun, plan: TablePlan, row: TypedRow, field: string): void {
  const column = plan.columns.find((each) => each.field === field)?.column ?? field;
  run.findings.reject({ code: 'missing_value', reason: missingValue, place: placeOf(plan, row.row, column) });
}

function managerId(run: ImportRun, name: string, row: TypedRow, plan: TablePlan): string {
  const place = placeOf(plan, row.row);
  const known = run.books.people.find({ name, place });
  return known ?? run.books.people.ensure({ name, columns: { is_rep: false }, place });
}

function leads(run: ImportRun, { teamId, manager }: { teamId: string; manager: string }): void {
  run.writer.add('team_manager', {
    id: idOf(run, 'team_manager', teamId, manager),
    team_id: teamId,
    person_id: manager,
  });
}

type Assignment = Readonly<{ id: string; person_id: string; team_id: string }>;

/** Reps without a team get theirs undated; one who is in another team now changes today. */
async function assign(run: ImportRun, wishes: ReadonlyMap<string, string>): Promise<void> {
  const current = await run.tx.query<Assignment>(sql`
    select id, person_id, team_id from rep_assignment
     where workspace_id = ${run.workspaceId} and before_on is null and person_id = any(${[...wishes.keys()]}::text[])`);
  const assignmentOf = new Map(current.map((each) => [each.person_id, each]));
  for (const [person, team] of wishes) {
    const before = assignmentOf.get(person);
    if (before?.team_id === team) {
      run.writer.countUnchanged('rep_assignment', 1);
      continue;
    }
    const from = before ? run.today : null;
    if (before) run.writer.add('rep_assignment', { ...before, before_on: run.today });
    const id = idOf(run, 'rep_assignment', person, team, from ?? '');
    run.writer.add('rep_assignment', { id, person_id: person, team_id: team, from_on: from });
  }
}

const missingValue: Bilingual = { zh: '缺少必填的值', en: 'A value that is needed is missing' };
const repByRegion: Bilingual = {
  zh: '没有写销售人员的订单和商机，归所在区域的经理',
  en: 'Orders and deals that name no rep belong to the manager of their region',
};
