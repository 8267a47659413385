import { type Drivers, driversOf, type Part } from './parts.ts';

/** What moved the whole, and along which dimension. */
type Cause = Drivers & Readonly<{ dimension: string }>;

/** How a period is going, before it is put into words. */
export type Going =
  | Readonly<{ kind: 'nothing' }>
  | Readonly<{ kind: 'uncompared'; total: Part; leader: Part | null; leaderShare: number | null }>
  | Readonly<{ kind: 'flat' | 'up' | 'down'; total: Part; cause: Cause | null }>;

/** Under this a change is not worth a direction. */
const flatBelow = 0.005;

/** How revenue is going and the one part that explains most of it, over every dimension it was split by. */
export function goingOf(total: Part, splits: Readonly<Record<string, readonly Part[]>>): Going {
  if (total.value === null || (total.value === 0 && !total.base)) return { kind: 'nothing' };
  const change = total.change;
  if (change === null) return { kind: 'uncompared', total, ...leaderOf(total, splits) };
  const kind = Math.abs(change) < flatBelow ? 'flat' : change > 0 ? 'up' : 'down';
  return { kind, total, cause: causeOf(total, splits) };
}

function causeOf(total: Part, splits: Readonly<Record<string, readonly Part[]>>): Cause | null {
  const causes = Object.entries(splits).flatMap(([dimension, parts]): Cause[] => {
    const drivers = parts.length > 1 ? driversOf(parts, total.delta) : null;
    return drivers ? [{ ...drivers, dimension }] : [];
  });
  return causes.reduce<Cause | null>((best, cause) => (best && best.share >= cause.share ? best : cause), null);
}

function leaderOf(total: Part, splits: Readonly<Record<string, readonly Part[]>>) {
  const parts = Object.values(splits).find((each) => each.length > 1) ?? [];
  const leader = parts.reduce<Part | null>(
    (most, part) => (part.name === null || (most && (most.value ?? 0) >= (part.value ?? 0)) ? most : part),
    null,
  );
  return { leader, leaderShare: leader?.value && total.value ? leader.value / total.value : null };
}
