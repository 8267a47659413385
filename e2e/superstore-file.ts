/** One line of an order, as a test counts it. */
export type SoldLine = Readonly<{ year: string; region: string; amount: number }>;

/** The lines of a superstore order file, read by plain TypeScript and nothing of the product. */
export function ordersIn(content: string): SoldLine[] {
  const [header = [], ...rows] = csvRecords(content);
  const at = (name: string) => header.indexOf(name);
  const [day, region, amount] = [at('订单日期'), at('地区'), at('销售额')];
  return rows.map((row) => ({
    year: (row[day] ?? '').slice(0, 4),
    region: row[region] ?? '',
    amount: Number(row[amount]),
  }));
}

/** The records of CSV text with quotes; a byte order mark is left out. */
export function csvRecords(content: string): string[][] {
  const lines = content.replace(/^\uFEFF/, '').split(/\r?\n/);
  return lines.filter((line) => line !== '').map(cellsOf);
}

function cellsOf(line: string): string[] {
  const cells = line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g);
  return [...cells].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');
}

const header =
  '行 ID,订单 ID,订单日期,发货日期,邮寄方式,客户 ID,客户名称,细分,城市,省/自治区,国家,地区,产品 ID,类别,子类别,产品名称,销售额,数量,折扣,利润';
const places = [
  ['杭州', '浙江', '华东'],
  ['成都', '四川', '西南'],
  ['广州', '广东', '中南'],
  ['天津', '天津', '华北'],
  ['沈阳', '辽宁', '东北'],
];
const products = [
  ['办公用品', '信封', '搭扣信封, 红色'],
  ['家具', '椅子', '扶手椅, 可调'],
  ['技术', '电话', '充电器, 蓝色'],
];

/** A file in the format of the superstore's orders over three years, the same each time. */
export function superstoreFile(count: number): string {
  const lines = Array.from({ length: count }, (_, index) => {
    const order = Math.floor(index / 2);
    const [city, province, region] = places[order % places.length] ?? [];
    const [line, subline, product] = products[index % products.length] ?? [];
    const day = `${2015 + (order % 3)}-${pad(1 + (order % 12))}-${pad(1 + (order % 28))}`;
    const customer = `客户${order % 17}`;
    const amount = (((index * 7919) % 500_000) / 100 + 9.5).toFixed(2);
    return [
      ...[index + 1, `CN-${2_000_000 + order}`, day, day, '标准级', `${customer}-1`, customer, '公司'],
      ...[city, province, '中国', region, `P-${index % products.length}`, line, subline, `"${product}"`],
      ...[amount, 1 + (index % 5), '0.0', '1.25'],
    ].join(',');
  });
  return `\uFEFF${[header, ...lines].join('\n')}\n`;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
