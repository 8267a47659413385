import type { Asking } from '#features/ask.ts';
import { askedForEveryone } from '#replica/asker.ts';
import type { Replica } from '#replica/replica.ts';

type Kept<Result> = Readonly<{
  key: string;
  position: unknown;
  print: Promise<string | null>;
  result: Promise<Result>;
}>;

type Over<Arguments extends readonly unknown[], Result> = (asking: Asking, ...args: Arguments) => Promise<Result>;

const mostKept = 4;

/**
 * A computation over all of a workspace's rows that is kept until the data change. It may depend on nothing but the data and its
 * arguments, never on who looks. `print`: a fingerprint of the rows it depends on, for those that most writes do not touch.
 */
export function keptFor<Arguments extends readonly unknown[], Result>(
  compute: Over<Arguments, Result>,
  print?: Over<Arguments, string>,
): Over<Arguments, Result> {
  const results = new WeakMap<Replica['run'], readonly Kept<Result>[]>();
  return (asking, ...args) => {
    const { position, run } = asking.replica;
    const key = JSON.stringify(args);
    const kept = results.get(run) ?? [];
    const before = kept.find((each) => each.key === key);
    if (before?.position === position) return before.result;
    // Whoever asked first may go away; the result is for everyone.
    const { signal: _, ...lasting } = asking;
    // Without permissions: what everybody gets holds nothing that is guarded.
    const everything: Asking = { ...lasting, scope: { kind: 'all' }, permissions: [] };
    const printed = print ? askedForEveryone(() => print(everything, ...args)) : Promise.resolve(null);
    const fresh: Kept<Result> = {
      key,
      position,
      print: printed,
      result: askedForEveryone(() => renewed(before, printed, () => compute(everything, ...args))),
    };
    results.set(run, [fresh, ...kept.filter((each) => each !== before)].slice(0, mostKept));
    // What failed is tried again by whoever asks next.
    const forget = () =>
      results.set(
        run,
        (results.get(run) ?? []).filter((each) => each !== fresh),
      );
    fresh.result.catch(forget);
    return fresh.result;
  };
}

/** The result of before when its rows have the same fingerprint, else a new one. */
async function renewed<Result>(
  before: Kept<Result> | undefined,
  printed: Promise<string | null>,
  compute: () => Promise<Result>,
): Promise<Result> {
  const print = await printed;
  if (before && print !== null) {
    const same = await before.print.then(
      (known) => known === print,
      () => false,
    );
    if (same) return before.result;
  }
  return compute();
}
