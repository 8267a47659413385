import fc, { type Arbitrary } from 'fast-check';

const deep = JSON.parse(`${'['.repeat(200)}1${']'.repeat(200)}`) as unknown;

/** What nobody should send: other types, extremes, and texts that mean something to SQL, HTML, a file system or a spreadsheet. */
const crooked: readonly unknown[] = [
  null,
  true,
  -1,
  0.1,
  1e308,
  2 ** 53,
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202e\ufeff',
  '𠮷'.repeat(300),
  'x'.repeat(10_000),
  "' or 1=1 --",
  '"; drop table person; --',
  '%',
  '\\',
  '_'.repeat(50),
  '<script>alert(1)</script>',
  '../../../../etc/passwd',
  '=cmd|calc!A1',
  '{{7*7}}',
  '9'.repeat(400),
  '-0',
  '1e999',
  'NaN',
  'null',
  '0000-00-00',
  '2026-02-30',
  '9999-12-31',
  '-271821-04-20',
  '+275760-09-13',
  '9999-12-31T23:59:59Z',
  'constructor',
  'toString',
  '__proto__',
  [],
  {},
  { toString: 'x' },
  { length: -1 },
  deep,
];

/** A value with one thing in it made crooked: replaced, left out, or added. */
export function crookedFrom(values: Arbitrary<unknown>): Arbitrary<unknown> {
  const place = fc.tuple(
    values,
    fc.constantFrom(...crooked),
    fc.array(fc.nat(), { minLength: 0, maxLength: 3 }),
    fc.nat(4),
  );
  return place.map(([value, wrong, path, way]) => changed(value, wrong, path, way));
}

function changed(value: unknown, wrong: unknown, [step, ...rest]: readonly number[], way: number): unknown {
  if (step === undefined || typeof value !== 'object' || value === null) return wrong;
  if (Array.isArray(value)) {
    const at = step % (value.length + 1);
    return [...value.slice(0, at), changed(value[at], wrong, rest, way), ...value.slice(at + 1)];
  }
  const keys = Object.keys(value);
  if (way === 0) return { ...value, [`unheard of ${step % 5}`]: wrong };
  const key = keys[step % Math.max(1, keys.length)];
  if (key === undefined) return wrong;
  const { [key]: old, ...others } = value as Record<string, unknown>;
  return way === 1 ? others : { ...others, [key]: changed(old, wrong, rest, way) };
}

/** A crooked piece of an address. */
export const crookedText: Arbitrary<string> = fc.constantFrom(
  ...crooked.filter((each): each is string => typeof each === 'string' && each.length < 2000 && each.isWellFormed()),
);
