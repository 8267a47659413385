import type { FieldId } from './fields.ts';
import type { Findings } from './findings.ts';
import { FingerprintMap, fingerprint } from './fingerprint-map.ts';
import type { KindId } from './kinds.ts';

/** The columns by which rows of a kind are told apart; the first group that is mapped counts. */
const naturalKeys: Partial<Readonly<Record<KindId, readonly (readonly FieldId[])[]>>> = {
  region_managers: [['region']],
  products: [['product_code'], ['product_name']],
  people: [['rep']],
  customers: [['customer_code'], ['customer_name']],
  leads: [['lead_code']],
  opportunities: [['deal_code']],
  payments: [['payment_number']],
  invoices: [['invoice_number', 'order_number']],
};

type Conflict = Readonly<{ row: number; firstRow: number; value: string }>;
type Texts = Partial<Record<FieldId, string>>;

const keptConflicts = 1000;

/** Rows of one key: whether it comes again, and with the same content. */
class Keys {
  readonly seen = new FingerprintMap();
  readonly repeated = new Set<number>();
  readonly conflicts: Conflict[] = [];
  total = 0;

  add(key: string, content: string, row: number): void {
    this.total += 1;
    const mark = fingerprint(content) >>> 0;
    const known = this.seen.get(key);
    if (!known) this.seen.set(key, row, mark);
    else if (known[1] === mark) this.repeated.add(row);
    else {
      this.repeated.add(row);
      if (this.conflicts.length < keptConflicts) this.conflicts.push({ row, firstRow: known[0], value: key });
    }
  }
}

/** Watches a table's keys while it is surveyed: rows that come twice, and order numbers that stand for several orders. */
export class KeyCensus {
  readonly #kind: KindId;
  readonly #keyFields: readonly FieldId[];
  readonly #keys = new Keys();
  readonly #linesOfOrder = new Keys();
  readonly #orders = new FingerprintMap();
  #shared: { row: number; number: string } | null = null;

  constructor(kind: KindId, mapped: ReadonlySet<FieldId>) {
    this.#kind = kind;
    const groups = kind === 'order_lines' ? [['line_id'] as const] : (naturalKeys[kind] ?? []);
    this.#keyFields = groups.find((group) => group.every((id) => mapped.has(id))) ?? [];
  }

  /** Counts a row by its texts; `content` is the whole row. */
  add(texts: Texts, content: string, row: number): void {
    if (this.#kind === 'order_lines') this.#addOrder(texts, row);
    const parts = this.#keyFields.map((id) => texts[id] ?? '');
    if (parts.length === 0 || parts.some((part) => part === '')) return;
    this.#keys.add(parts.join(' · '), content, row);
    if (this.#kind === 'order_lines') this.#linesOfOrder.add(`${orderOf(texts)}\n${parts[0]}`, content, row);
  }

  /** The first order number that came with several customers or dates; null when numbers are a key. */
  get sharedNumber(): { row: number; number: string } | null {
    return this.#shared;
  }

  /** Rows with the key of an earlier row: left out, whether they repeat it or contradict it. */
  get repeatedRows(): ReadonlySet<number> {
    return this.#counted().repeated;
  }

  /** Rejects rows that carry the key of an earlier row with other content. */
  report(findings: Findings, place: { file: string; sheet: string | null; column: string }): void {
    for (const { row, firstRow, value } of this.#counted().conflicts) {
      findings.reject({
        code: 'duplicate_key',
        reason: {
          zh: `与第 ${firstRow} 行的编号相同，内容却不同`,
          en: `Has the key of row ${firstRow} but other content`,
        },
        place: { ...place, row },
        value: value.split('\n').at(-1) ?? value,
      });
    }
  }

  /** The column that the key is in. */
  get keyField(): FieldId | null {
    return this.#keyFields[0] ?? null;
  }

  /** A line number that starts again in every order is no key of the file, but of the order. */
  #counted(): Keys {
    const isOfFile = this.#keys.seen.size * 2 > this.#keys.total;
    return this.#kind === 'order_lines' && !isOfFile ? this.#linesOfOrder : this.#keys;
  }

  #addOrder(texts: Texts, row: number): void {
    const number = texts.order_number ?? '';
    if (number === '' || this.#shared) return;
    const mark = fingerprint(orderOf(texts)) >>> 0;
    const known = this.#orders.get(number);
    if (!known) this.#orders.set(number, mark);
    else if (known[0] !== mark) this.#shared = { row, number };
  }
}

function orderOf(texts: Texts): string {
  return [texts.order_number, texts.customer_code ?? texts.customer_name, texts.ordered_on].join('\n');
}
