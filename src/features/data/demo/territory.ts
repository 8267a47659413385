import type { Chance } from './random.ts';
import type { Rep } from './staff.ts';

/** Who looks after a customer from which day (since 1970-01-01) on, until the next one takes over. */
export type Tenure = Readonly<{ from: number; repId: string }>;

/** Gives customers of a group to its reps, and hands them over when a rep leaves, moves away or a new one joins. */
export type Territory = Readonly<{ tenures: (groupId: string, since: number, by: Chance) => readonly Tenure[] }>;

type Member = Readonly<{ repId: string; skill: number; from: number; before: number }>;

const shareGivenToJoiners = 0.14;

/** The territory of these reps. */
export function territory(reps: readonly Rep[]): Territory {
  const members = new Map<string, Member[]>();
  for (const rep of reps) {
    for (const stint of rep.stints) {
      const list = members.get(stint.groupId) ?? [];
      list.push({ repId: rep.id, skill: rep.skill, from: stint.from ?? -Infinity, before: stint.before ?? Infinity });
      members.set(stint.groupId, list);
    }
  }
  return { tenures: (groupId, since, by) => tenuresIn(members.get(groupId) ?? [], since, by) };
}

/** The rep who looks after the customer on the day. */
export function ownerOn(tenures: readonly Tenure[], epoch: number): string {
  const tenure = tenures.findLast((each) => each.from <= epoch) ?? tenures[0];
  if (!tenure) throw new RangeError('a customer without an owner');
  return tenure.repId;
}

function tenuresIn(members: readonly Member[], since: number, by: Chance): Tenure[] {
  const tenures: Tenure[] = [];
  let owner = drawn(members, since, by);
  tenures.push({ from: since, repId: owner.repId });
  const changes = members.flatMap((member) => [member.from, member.before]).filter((on) => on > since && on < Infinity);
  for (const on of [...new Set(changes)].sort((a, b) => a - b)) {
    const joiner = members.find((member) => member.from === on);
    const next =
      owner.before <= on ? drawn(members, on, by) : joiner && by.happens(shareGivenToJoiners) ? joiner : owner;
    if (next !== owner) tenures.push({ from: on, repId: next.repId });
    owner = next;
  }
  return tenures;
}

function drawn(members: readonly Member[], on: number, by: Chance): Member {
  const present = members.filter((member) => member.from <= on && on < member.before);
  return by.weighted(
    present,
    present.map((member) => member.skill),
  );
}
