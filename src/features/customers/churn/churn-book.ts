import { setImmediate } from 'node:timers/promises';
import type { Day } from '#shared/day.ts';
import { keptFor } from '../kept-for.ts';
import { type ChurnFigures, churnFigures } from './churn-figures.ts';
import type { WarningModel } from './churn-models.ts';
import { type Judgement, judgeCustomer } from './judge-customer.ts';

/** A customer with its figures and what is seen in them. */
export type JudgedCustomer = Readonly<{ figures: ChurnFigures; judgement: Judgement }>;

const judgedAtOnce = 2000;

/** Every customer who ever ordered, judged as of a day; anew only when the data or the model changed. */
export const churnBook = keptFor<readonly [asOf: Day, model: WarningModel | null], ReadonlyMap<string, JudgedCustomer>>(
  async (asking, asOf, model) => {
    const figures = await churnFigures(asking, asOf, false);
    const book = new Map<string, JudgedCustomer>();
    for (const [index, each] of figures.entries()) {
      // A hundred thousand customers take a while; others are answered in between.
      if (index % judgedAtOnce === judgedAtOnce - 1) await setImmediate();
      book.set(each.id, { figures: each, judgement: judgeCustomer(each, model) });
    }
    return book;
  },
);
