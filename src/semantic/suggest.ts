/** The known names nearest to a mistyped one, best first: what "did you mean" offers. */
export function suggestions(typed: string, known: Iterable<string>, count = 3): readonly string[] {
  const wanted = typed.toLowerCase();
  return [...known]
    .map((name) => ({ name, distance: distanceTo(wanted, name.toLowerCase()) }))
    .filter(({ name, distance }) => distance <= Math.max(2, Math.ceil(Math.max(name.length, wanted.length) / 3)))
    .sort((left, right) => left.distance - right.distance || left.name.localeCompare(right.name, 'en'))
    .slice(0, count)
    .map(({ name }) => name);
}

function distanceTo(typed: string, name: string): number {
  if (typed.length >= 3 && (name.includes(typed) || typed.includes(name))) return 1;
  return editDistance(typed, name);
}

/** Levenshtein distance. */
function editDistance(left: string, right: string): number {
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const swap = (previous[column - 1] ?? 0) + (left[row - 1] === right[column - 1] ? 0 : 1);
      current.push(Math.min((previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, swap));
    }
    previous = current;
  }
  return previous[right.length] ?? 0;
}
