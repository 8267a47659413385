import { setImmediate } from 'node:timers/promises';
import type { Asking } from '#features/ask.ts';
import { askedForEveryone } from '#replica/asker.ts';
import type { Replica } from '#replica/replica.ts';
import type { Day } from '#shared/day.ts';
import { sql } from '#shared/sql.ts';
import { keptFor } from '../kept-for.ts';
import { type ChurnFigures, churnFigures } from './churn-figures.ts';
import type { WarningModel } from './churn-models.ts';
import { type Judgement, judgeCustomer } from './judge-customer.ts';

/** A customer with its figures and what is seen in them. */
export type JudgedCustomer = Readonly<{ figures: ChurnFigures; judgement: Judgement }>;

type Book = ReadonlyMap<string, JudgedCustomer>;

const books = new WeakMap<Replica['run'], Readonly<{ key: string; book: Promise<Book> }>>();

/** Every customer who ever ordered, judged as of a day; anew only when orders, the day or the model changed. */
export async function churnBook(asking: Asking, asOf: Day, model: WarningModel | null): Promise<Book> {
  const key = JSON.stringify([asOf, model, await salesPrint(asking)]);
  const known = books.get(asking.replica.run);
  if (known?.key === key) return known.book;
  // Whoever asked first may go away; the book is for everyone.
  const { signal: _, ...lasting } = asking;
  const book = askedForEveryone(() => judgedAll({ ...lasting, scope: { kind: 'all' } }, asOf, model));
  books.set(asking.replica.run, { key, book });
  // What failed is tried again by whoever asks next.
  book.catch(() => books.delete(asking.replica.run));
  return book;
}

const judgedAtOnce = 2000;

async function judgedAll(asking: Asking, asOf: Day, model: WarningModel | null): Promise<Book> {
  const figures = await churnFigures(asking, asOf, false);
  const book = new Map<string, JudgedCustomer>();
  for (const [index, each] of figures.entries()) {
    // A hundred thousand customers take a while; others are answered in between.
    if (index % judgedAtOnce === judgedAtOnce - 1) await setImmediate();
    book.set(each.id, { figures: each, judgement: judgeCustomer(each, model) });
  }
  return book;
}

/** Another text when an order or a refund is another one: follow-ups and calls change nothing in the book. */
const salesPrint = keptFor<readonly [], string>(async ({ replica }) => {
  const { rows } = await replica.run(sql`
    select concat_ws(' ', count(*), bit_xor(hash(order_id, customer_id, ordered_on, cancelled_on, is_draft, amount)),
      (select concat_ws(' ', count(*), bit_xor(hash(refund_id, customer_id, refunded_on, cancelled_on, is_draft, amount)))
       from refund_fact))
    from sale_order`);
  return String(rows[0]?.[0]);
});
