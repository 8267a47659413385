import type { Member } from '#web/api/types.ts';

/** A member at its place in the tree. */
export type Placed = Readonly<{ member: Member; depth: number }>;

/** Members with every child below its parent; one whose parent is not among them stands at the top. */
export function treeOrder(members: readonly Member[]): readonly Placed[] {
  const known = new Set(members.map((member) => member.key));
  const childrenOf = Map.groupBy(members, (member) => (member.parent && known.has(member.parent) ? member.parent : ''));
  const placed: Placed[] = [];
  const place = (parent: string, depth: number) => {
    for (const member of childrenOf.get(parent) ?? []) {
      placed.push({ member, depth });
      if (member.key !== parent) place(member.key, depth + 1);
    }
  };
  place('', 0);
  return placed;
}
