import type { Bilingual, Locale } from '#shared/bilingual.ts';
import { type Entity, entityTables } from '#store/entities.ts';
import type { ImportNote, Rejected } from './findings.ts';
import type { ImportReport } from './import-report.ts';
import { type KindId, kind } from './kinds.ts';

type About = Readonly<{ locale: Locale; dryRun: boolean; workspace: string }>;

const shownRejected = 10;

/** The report as lines for a terminal. */
export function reportLines(report: ImportReport, { locale, dryRun, workspace }: About): readonly string[] {
  const title = dryRun ? words.dryRun : words.done;
  return [
    `${title[locale]} ${workspace}`,
    ...report.tables.map((table) => tableLine(table, locale)),
    ...Object.entries(report.entities).map(([entity, counts]) => countLine(entity, counts, locale)),
    ...totalLines(report, locale),
    ...report.notes.map((note) => noteLine(note, locale)),
    ...rejectedLines(report, locale),
  ];
}

function tableLine({ file, sheet, kind: id, rows, encoding }: ImportReport['tables'][number], locale: Locale): string {
  const name = sheet === null ? file : `${file} [${sheet}]`;
  const { label } = kind(id as KindId); // as: the report was made from plans, whose kinds these are.
  const how = encoding === null ? '' : `, ${encoding}`;
  return `  ${name}: ${label[locale]}, ${rows.toLocaleString('en')} ${words.rows[locale]}${how}`;
}

function countLine(entity: string, counts: ImportReport['entities'][string], locale: Locale): string {
  const label = entityTables[entity as Entity].label[locale]; // as: the writer counts by entity.
  const { inserted, updated, unchanged } = counts;
  return `  ${label}: ${words.inserted[locale]} ${inserted}, ${words.updated[locale]} ${updated}, ${words.unchanged[locale]} ${unchanged}`;
}

function totalLines({ totals }: ImportReport, locale: Locale): string[] {
  const lines: string[] = [];
  if (totals.orderLines > 0) {
    lines.push(
      `  ${words.sales[locale]}: ${totals.amount} (${totals.orders} ${words.orders[locale]}, ${totals.orderLines} ${words.lines[locale]})`,
    );
  }
  if (totals.opportunities > 0)
    lines.push(`  ${words.won[locale]}: ${totals.wonAmount} (${totals.opportunities} ${words.deals[locale]})`);
  return lines;
}

function noteLine({ text, file, sheet, count }: ImportNote, locale: Locale): string {
  const where = file === null ? '' : `${file}${sheet === null ? '' : ` [${sheet}]`}: `;
  const times = count > 1 ? ` × ${count}` : '';
  return `  · ${where}${text[locale]}${times}`;
}

function rejectedLines({ rejected, rejectedCount }: ImportReport, locale: Locale): string[] {
  if (rejectedCount === 0) return [];
  const shown = rejected.slice(0, shownRejected).map((each) => `    ${rejectedLine(each, locale)}`);
  const more = rejectedCount - shown.length;
  const rest = more > 0 ? [`    ${words.more[locale]} ${more}`] : [];
  return [`  ${words.rejected[locale]}: ${rejectedCount}`, ...shown, ...rest];
}

function rejectedLine({ file, sheet, row, column, value, reason }: Rejected, locale: Locale): string {
  const rowText = row === null ? null : locale === 'zh' ? `第 ${row} 行` : `row ${row}`;
  const at = [file, sheet, rowText, column].filter(Boolean).join(', ');
  return `${at}: ${reason[locale]}${value ? ` (${value})` : ''}`;
}

const words = {
  done: { zh: '已导入工作区', en: 'Imported into workspace' },
  dryRun: { zh: '试运行，没有写入；工作区', en: 'Dry run, nothing written; workspace' },
  rows: { zh: '行', en: 'rows' },
  inserted: { zh: '新增', en: 'inserted' },
  updated: { zh: '更新', en: 'updated' },
  unchanged: { zh: '不变', en: 'unchanged' },
  sales: { zh: '订单金额', en: 'order amount' },
  orders: { zh: '张订单', en: 'orders' },
  lines: { zh: '行明细', en: 'lines' },
  won: { zh: '赢单金额', en: 'won amount' },
  deals: { zh: '个商机', en: 'opportunities' },
  rejected: { zh: '没有计入的行', en: 'rows not applied' },
  more: { zh: '另有', en: 'and more:' },
} as const satisfies Record<string, Bilingual>;
