import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { demoCompany } from '#features/data/demo/company.ts';
import { startImport } from '#features/data/import.ts';
import type { Day, Instant } from '#shared/day.ts';
import type { Keyring } from '#store/seal.ts';
import type { Store } from '#store/store.ts';
import { createWorkspace } from '#store/workspaces.ts';
import { timed } from './measure.ts';

/** How an import of one file of order lines went. */
export type Imported = Readonly<{ kind: Store['kind']; rows: number; seconds: number; peakMb: number }>;

type Importing = Readonly<{ store: Store; keyring: Keyring; now: Instant; file: string; rows: number }>;

/** Writes a file of order lines such as an ERP exports, `rows` long: the demo's orders, over and over under other numbers. */
export async function writeOrderFile(folder: string, today: Day, rows: number): Promise<string> {
  const file = join(folder, '订单.csv');
  const lines = orderLines(today);
  const stream = createWriteStream(file);
  stream.write('\ufeff订单编号,行号,下单日期,客户名称,销售,省份,产品,数量,金额,成本\n');
  for (let row = 0; row < rows; row += 1) {
    const copy = Math.floor(row / lines.length);
    const [number, ...rest] = lines[row % lines.length] ?? [];
    if (!stream.write(`${number}-${copy},${rest.join(',')}\n`))
      await new Promise<void>((drained) => stream.once('drain', () => drained()));
  }
  stream.end();
  await finished(stream);
  return file;
}

/** Imports the file into a workspace of its own, from reading to commit. */
export async function importing({ store, keyring, now, file, rows }: Importing): Promise<Imported> {
  const workspace = await createWorkspace(store, keyring, { slug: 'bench-import', name: '导入测试' });
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 50);
  const files = [{ path: file, name: '订单.csv' }];
  const took = await timed(() => startImport({ store, keyring, workspace, files, now, startedBy: null }));
  clearInterval(watch);
  return { kind: store.kind, rows, seconds: took / 1000, peakMb: peak / 2 ** 20 };
}

function orderLines(today: Day): readonly (readonly string[])[] {
  const company = demoCompany({ today });
  const names = (rows: readonly Readonly<{ id: string; name: string }>[]) =>
    new Map(rows.map(({ id, name }) => [id, name]));
  const [customers, people, products] = [names(company.customer), names(company.person), names(company.product)];
  const regions = new Map(company.region.map((region) => [region.id, region]));
  const provinceOf = (id: string) => {
    const region = regions.get(id);
    return (region?.level === 'city' ? regions.get(region.parent_id ?? '') : region)?.name ?? '';
  };
  const orders = new Map(company.sales_order.filter((order) => !order.is_draft).map((order) => [order.id, order]));
  return company.order_line.flatMap((line) => {
    const order = orders.get(line.order_id);
    if (!order) return [];
    const who = [customers.get(order.customer_id) ?? '', people.get(order.rep_id) ?? '', provinceOf(order.region_id)];
    const what = [products.get(line.product_id) ?? '', line.quantity, line.amount, line.cost];
    return [[order.number, String(line.line_number), order.ordered_on, ...who, ...what]];
  });
}
