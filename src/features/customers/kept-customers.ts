import type { Scope } from '#semantic/question.ts';
import { keptFor } from './kept-for.ts';
import { type Seeing, type SeenCustomer, seenCustomers } from './seen-customers.ts';

/** `seenCustomers`, asked once for all panels of a page. */
export function keptCustomers({ asking, ...view }: Seeing): Promise<readonly SeenCustomer[]> {
  const { scope, permissions } = asking;
  return seen(asking, { scope, permissions, ...view });
}

type View = Omit<Seeing, 'asking'> & Readonly<{ scope: Scope; permissions: readonly string[] }>;

/** TRAP: scope and permissions are a part of what is asked, so nobody gets another's view. */
const seen = keptFor<readonly [view: View], readonly SeenCustomer[]>((asking, { scope, permissions, ...view }) =>
  seenCustomers({ ...view, asking: { ...asking, scope, permissions } }),
);
