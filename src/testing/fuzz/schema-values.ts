import fc, { type Arbitrary } from 'fast-check';

/** JSON Schema as our own OpenAPI document uses it. */
export type Schema = Readonly<{
  type?: string | readonly string[];
  enum?: readonly unknown[];
  const?: unknown;
  anyOf?: readonly Schema[];
  oneOf?: readonly Schema[];
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  items?: Schema;
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
  additionalProperties?: Schema | boolean;
}>;

/** Texts that mean something: anywhere, and under the name of a field. */
export type Words = Readonly<{ any: readonly string[]; named: Readonly<Record<string, readonly string[]>> }>;

/** Values that a schema allows; texts are often words the workspace knows, so that they mean something. */
export function valuesOf(schema: Schema, words: Words, name = ''): Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map((each) => valuesOf(each, words, name)));
  const types = [schema.type ?? 'any'].flat();
  return fc.oneof(...types.map((type) => byType[type]?.(schema, words, name) ?? untyped(words, name)));
}

type Values = (schema: Schema, words: Words, name: string) => Arbitrary<unknown>;

const byType: Readonly<Record<string, Values>> = {
  string: texts,
  boolean: () => fc.boolean(),
  null: () => fc.constant(null),
  integer: (schema) => fc.integer(between(schema)),
  number: (schema) => fc.double({ ...between(schema), noNaN: true, noDefaultInfinity: true }),
  array: ({ items = {}, minItems = 0, maxItems = 5 }, words, name) =>
    fc.array(valuesOf(items, words, name), {
      minLength: minItems,
      maxLength: Math.max(minItems, Math.min(maxItems, 5)),
    }),
  object: objects,
};

function between({ minimum = -2_147_483_648, maximum = 2_147_483_647 }: Schema): { min: number; max: number } {
  return { min: Math.max(minimum, -(2 ** 31)), max: Math.min(maximum, 2 ** 31 - 1) };
}

function objects({ properties = {}, required = [], additionalProperties }: Schema, words: Words, parent: string) {
  const values = Object.entries(properties).map(([name, each]) => {
    return [name, valuesOf(each, words, name === 'id' ? parent : name)] as const;
  });
  // Half of the time only what is required: the more is said, the more contradicts itself.
  const least = fc.record(Object.fromEntries(values.filter(([name]) => required.includes(name))));
  const more = fc.record(Object.fromEntries(values), { requiredKeys: [...required] });
  const known: Arbitrary<object> = fc.oneof(least, more);
  if (typeof additionalProperties !== 'object' || Object.keys(properties).length > 0) return known;
  return fc.dictionary(fc.oneof(fc.constantFrom(...words.any), fc.string()), valuesOf(additionalProperties, words), {
    maxKeys: 4,
  });
}

function texts({ format, pattern, minLength = 0, maxLength = 200 }: Schema, words: Words, name: string) {
  if (format === 'date-time') return fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
  if (format === 'email') return fc.emailAddress();
  const shape = pattern === undefined ? null : new RegExp(pattern);
  const fits = (text: string) => text.length >= minLength && text.length <= maxLength && (shape?.test(text) ?? true);
  const known = wordsFor(words, name).filter(fits);
  const others = shape
    ? matching(shape)
    : fc.string({ minLength, maxLength: Math.min(maxLength, 40), unit: 'grapheme' });
  const weighted = [
    ...(known.length > 0 ? [{ weight: 5, arbitrary: fc.constantFrom(...known) }] : []),
    ...(others ? [{ weight: 1, arbitrary: others }] : []),
  ];
  return weighted.length > 0 ? fc.oneof(...weighted) : fc.constant('x');
}

/** Words for a field of that name first of all. */
function wordsFor({ any, named }: Words, name: string): readonly string[] {
  const own = named[name] ?? [];
  return own.length > 0 ? [...own, ...own, ...any.slice(0, own.length)] : any;
}

function untyped(words: Words, name: string): Arbitrary<unknown> {
  const known = fc.constantFrom(...wordsFor(words, name));
  return fc.oneof({ weight: 3, arbitrary: known }, { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) });
}

/** Texts of a shape; null where the shape looks ahead, which cannot be generated. */
function matching(shape: RegExp): Arbitrary<string> | null {
  return /\(\?[!=<]/.test(shape.source) ? null : fc.stringMatching(shape);
}
