import type { Asking } from '#features/ask.ts';
import type { Replica } from '#replica/replica.ts';

type Kept<Result> = Readonly<{ key: string; position: unknown; result: Promise<Result> }>;

const mostKept = 4;

/**
 * A computation over all of a workspace's rows that is kept until the data change. It may depend on nothing but the data and its
 * arguments, never on who looks.
 */
export function keptFor<Arguments extends readonly unknown[], Result>(
  compute: (asking: Asking, ...args: Arguments) => Promise<Result>,
): (asking: Asking, ...args: Arguments) => Promise<Result> {
  const results = new WeakMap<Replica['run'], readonly Kept<Result>[]>();
  return (asking, ...args) => {
    const { position, run } = asking.replica;
    const key = JSON.stringify(args);
    const kept = (results.get(run) ?? []).filter((each) => each.position === position);
    const known = kept.find((each) => each.key === key);
    if (known) return known.result;
    // Whoever asked first may go away; the result is for everyone.
    const { signal: _, ...lasting } = asking;
    const result = compute({ ...lasting, scope: { kind: 'all' } }, ...args);
    results.set(run, [{ key, position, result }, ...kept].slice(0, mostKept));
    // What failed is tried again by whoever asks next.
    result.catch(() =>
      results.set(
        run,
        (results.get(run) ?? []).filter((each) => each.result !== result),
      ),
    );
    return result;
  };
}
