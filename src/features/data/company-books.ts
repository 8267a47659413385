import { identifier, raw, sql } from '#shared/sql.ts';
import type { Entity } from '#store/entities.ts';
import { openedRows } from '#store/rows.ts';
import type { Findings, Place } from './findings.ts';
import { type Known, NameBook } from './name-book.ts';
import type { RowWriter, Writing } from './row-writer.ts';
import type { TablePlan } from './table-plan.ts';
import { placeOf, type TypedRow } from './typed-row.ts';

export type BooksInput = Writing & Readonly<{ salt: Uint8Array; writer: RowWriter; findings: Findings }>;

/** A place in the region tree and the sales region above it. */
export type RegionPlace = Readonly<{ leaf: string | null; top: string | null }>;

/** Everything that rows refer to by name, as the store knows it and as the import adds to it. */
export type CompanyBooks = Readonly<{
  people: NameBook;
  teams: NameBook;
  regions: NameBook;
  lines: NameBook;
  products: NameBook;
  sources: NameBook;
  pipelines: NameBook;
  stages: NameBook;
  customers: NameBook;
  /** The sales region at the root of each region seen. */
  topOf: Map<string, string>;
  /** Of tables in this import: who manages a region, which region a rep works in. */
  managerOf: Map<string, string>;
  regionOfRep: Map<string, string>;
}>;

/** Loads the names that the workspace has. */
export async function openBooks(input: BooksInput): Promise<CompanyBooks> {
  const book = async (entity: Entity, label: string, columns: KnownColumns = {}) =>
    new NameBook({ ...input, entity, label, known: await knownOf(input, entity, columns) });
  return {
    people: await book('person', '人员'),
    teams: await book('team', '团队'),
    regions: await book('region', '区域', { scope: 'parent_id' }),
    lines: await book('product_line', '产品线', { scope: 'parent_id' }),
    products: await book('product', '产品', { code: 'code' }),
    sources: await book('source', '来源'),
    pipelines: await book('pipeline', '销售流程'),
    stages: await book('stage', '阶段', { scope: 'pipeline_id' }),
    customers: await book('customer', '客户', { code: 'code' }),
    topOf: await topRegions(input),
    managerOf: new Map(),
    regionOfRep: new Map(),
  };
}

/** Hands every new or changed name to the writer. */
export function writeBooks(books: CompanyBooks): void {
  const { people, teams, regions, lines, products, sources, pipelines, stages, customers } = books;
  for (const book of [people, teams, regions, lines, products, sources, pipelines, stages, customers]) book.write();
}

/** The row's place in the region tree: 大区 → 省 → 城市, each level only where the row names it. */
export function regionPlace(books: CompanyBooks, row: TypedRow, place: Place): RegionPlace {
  let leaf: string | null = null;
  for (const level of ['region', 'province', 'city'] as const) {
    const name = row.text[level];
    if (name !== undefined) leaf = regionBelow(books, leaf, { name, level, place });
  }
  return { leaf, top: leaf === null ? null : (books.topOf.get(leaf) ?? leaf) };
}

type RegionName = Readonly<{ name: string; level: string; place: Place }>;

function regionBelow(books: CompanyBooks, parent: string | null, { name, level, place }: RegionName): string {
  // A province or city without anything above it is looked for wherever the tree has it.
  const known = parent === null && level !== 'region' ? books.regions.findAnywhere(name) : null;
  const id =
    known?.id ?? books.regions.ensure({ name, scope: parent ?? '', columns: { parent_id: parent, level }, place });
  if (!books.topOf.has(id)) books.topOf.set(id, parent === null ? id : (books.topOf.get(parent) ?? parent));
  return id;
}

/** The row's product, made with its lines when new; null when the row names none. */
export function productOf(books: CompanyBooks, row: TypedRow, place: Place): string | null {
  const { product_code: code, product_name: name } = row.text;
  if (name === undefined && code === undefined) return null;
  return books.products.ensure({
    name: name ?? code ?? '',
    code,
    columns: { code, line_id: lineOf(books, row, place) },
    place,
  });
}

/** The row's customer, made when new; null when the row names none. `about` is what the row says besides. */
export function customerOf(
  books: CompanyBooks,
  row: TypedRow,
  { place, about = {} }: Readonly<{ place: Place; about?: Readonly<Record<string, string | null>> }>,
): string | null {
  const { customer_code: code, customer_name: name, customer_type: type, industry, customer_tier: tier } = row.text;
  if (name === undefined && code === undefined) return null;
  return books.customers.ensure({
    name: name ?? code ?? '',
    code,
    columns: { code, type, industry, tier, ...about },
    place,
  });
}

/** The row's rep, made when new: as named, else the manager of the row's region. */
export function repOf(
  books: CompanyBooks,
  row: TypedRow,
  { plan, region }: { plan: TablePlan; region: RegionPlace },
): string | null {
  const place = placeOf(plan, row.row);
  const name = row.text.rep;
  if (name !== undefined) return books.people.ensure({ name, columns: { is_rep: true }, place });
  return region.top === null ? null : (books.managerOf.get(region.top) ?? null);
}

/** The row's source; null when it names none. */
export function sourceOf(books: CompanyBooks, row: TypedRow, place: Place): string | null {
  const name = row.text.source;
  return name === undefined ? null : books.sources.ensure({ name, place });
}

function lineOf(books: CompanyBooks, row: TypedRow, place: Place): string | undefined {
  const { product_line: line, product_subline: subline } = row.text;
  const parent = line === undefined ? undefined : books.lines.ensure({ name: line, place });
  if (subline === undefined) return parent;
  return books.lines.ensure({ name: subline, scope: parent ?? '', columns: { parent_id: parent }, place });
}

type KnownColumns = Readonly<{ code?: string; scope?: string }>;

async function knownOf(
  { tx, keyring, workspaceId }: BooksInput,
  entity: Entity,
  columns: KnownColumns,
): Promise<Known[]> {
  const column = (name: string | undefined) => (name === undefined ? raw('null::text') : identifier(name));
  const rows = await tx.query<{ id: string; name: string; code: string | null; scope: string | null }>(sql`
    select id, name, ${column(columns.code)} as code, ${column(columns.scope)} as scope
      from ${identifier(entity)} where workspace_id = ${workspaceId} order by id`);
  return openedRows(keyring, entity, rows).map((row) => ({ ...row, scope: row.scope ?? '' }));
}

async function topRegions({ tx, workspaceId }: BooksInput): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; parent_id: string | null }>(
    sql`select id, parent_id from region where workspace_id = ${workspaceId}`,
  );
  const parents = new Map(rows.map((row) => [row.id, row.parent_id]));
  const top = (id: string, depth = 0): string => {
    const parent = parents.get(id);
    return parent && depth < 8 ? top(parent, depth + 1) : id;
  };
  return new Map(rows.map(({ id }) => [id, top(id)]));
}
