const patienceMs = 1000;

/** The fresh answer, or after a second the known one: for what must answer while the embedded store is busy with an import. */
export function freshOrKnown<T>(fresh: Promise<T>, known: T): Promise<T> {
  return Promise.race([fresh, new Promise<T>((resolve) => setTimeout(() => resolve(known), patienceMs).unref())]);
}
