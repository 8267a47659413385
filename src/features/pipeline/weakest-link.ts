import { rateBridge } from '#stats/rate-bridge.ts';
import { type ShareDifference, shareDifference } from '#stats/share-difference.ts';
import type { Named, StageTally, Tally } from './funnel-sql.ts';

/** What a region or a team adds to the change of a step's conversion; `share` of the whole change. */
type LinkPart = Readonly<{ id: string | null; name: string | null; change: number; share: number }>;

/** A step that converts worse than in the cohort compared with, beyond chance, and where the fall comes from. */
export type WeakestLink = Readonly<{
  stageId: string;
  from: number;
  to: number;
  difference: ShareDifference;
  /** Each sums to the difference, the largest fall first. */
  regions: readonly LinkPart[];
  teams: readonly LinkPart[];
}>;

/** Which way of coming further counts. */
export type FunnelWay = 'any' | 'strict';

/** Fewer deals than this are not compared. */
const fewestDeals = 20;

/** The step whose conversion fell most of those whose fall is beyond chance; null when none is. */
export function weakestLink(
  now: readonly StageTally[],
  before: readonly StageTally[],
  way: FunnelWay,
): WeakestLink | null {
  const fallen = stageIds(now).flatMap((stageId) => {
    const [own, base] = [totalOf(now, stageId, way), totalOf(before, stageId, way)];
    const difference = tallyDifference(own, base);
    const isKnown = Math.min(own.n, base.n) >= fewestDeals && difference !== null && difference.high < 0;
    return isKnown ? [{ stageId, from: base.reached / base.n, to: own.reached / own.n, difference }] : [];
  });
  const worst = fallen.toSorted((left, right) => left.difference.difference - right.difference.difference)[0];
  if (!worst) return null;
  const rows = { now: ofStage(now, worst.stageId), before: ofStage(before, worst.stageId), way };
  return { ...worst, regions: partsBy(rows, ({ region }) => region), teams: partsBy(rows, ({ team }) => team) };
}

/** A step at which these deals convert worse than the others of the same cohort, beyond chance. */
export type BehindOthers = Readonly<{ stageId: string; own: number; others: number; difference: ShareDifference }>;

/** The step at which a part of a cohort is furthest behind the rest of it; `all` has the part in it. Null when it is behind at none. */
export function behindOthers(
  part: readonly StageTally[],
  all: readonly StageTally[],
  way: FunnelWay,
): BehindOthers | null {
  const behind = stageIds(part).flatMap((stageId) => {
    const own = totalOf(part, stageId, way);
    const others = without(totalOf(all, stageId, way), own);
    const difference = tallyDifference(own, others);
    const isKnown = Math.min(own.n, others.n) >= fewestDeals && difference !== null && difference.high < 0;
    return isKnown ? [{ stageId, own: own.reached / own.n, others: others.reached / others.n, difference }] : [];
  });
  return behind.toSorted((left, right) => left.difference.difference - right.difference.difference)[0] ?? null;
}

function without(all: Tally, part: Tally): Tally {
  return { ...all, n: all.n - part.n, reached: all.reached - part.reached };
}

/** How far two conversions lie apart. */
export function tallyDifference(now: Tally, before: Tally): ShareDifference | null {
  return shareDifference({ hits: now.reached, n: now.n }, { hits: before.reached, n: before.n });
}

/** All deals of a cohort that came to a stage. */
export function totalOf(tallies: readonly StageTally[], stageId: string, way: FunnelWay): Tally {
  return summed(ofStage(tallies, stageId).map((each) => each[way]));
}

/** Tallies of parts as one. */
export function summed(tallies: readonly Tally[]): Tally {
  const sum = (of: keyof Tally) => tallies.reduce((built, each) => built + each[of], 0);
  return {
    n: sum('n'),
    reached: sum('reached'),
    skipped: sum('skipped'),
    open: sum('open'),
    lost: sum('lost'),
    disqualified: sum('disqualified'),
  };
}

function ofStage(tallies: readonly StageTally[], stageId: string): readonly StageTally[] {
  return tallies.filter((each) => each.stageId === stageId);
}

function stageIds(tallies: readonly StageTally[]): readonly string[] {
  return [...new Set(tallies.map(({ stageId }) => stageId))];
}

type Sides = Readonly<{ now: readonly StageTally[]; before: readonly StageTally[]; way: FunnelWay }>;

function partsBy({ now, before, way }: Sides, named: (tally: StageTally) => Named): readonly LinkPart[] {
  const names = new Map([...before, ...now].map((each) => [named(each)?.id ?? '', named(each)?.name ?? null]));
  const of = (tallies: readonly StageTally[], key: string) =>
    summed(tallies.filter((each) => (named(each)?.id ?? '') === key).map((each) => each[way]));
  const bridge = rateBridge(
    [...names.keys()].map((key) => {
      const [own, base] = [of(now, key), of(before, key)];
      return { key, hits: own.reached, n: own.n, hitsBefore: base.reached, nBefore: base.n };
    }),
  );
  if (!bridge) return [];
  return bridge.parts
    .map(({ key, total }) => ({
      id: key === '' ? null : key,
      name: names.get(key) ?? null,
      change: total,
      share: total / bridge.change,
    }))
    .toSorted((left, right) => left.change - right.change);
}
