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

/** Values that a schema allows; texts are often words the workspace knows, so that they mean something. */
export function valuesOf(schema: Schema, words: readonly string[]): Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map((each) => valuesOf(each, words)));
  const types = [schema.type ?? 'any'].flat();
  return fc.oneof(...types.map((type) => byType[type]?.(schema, words) ?? fc.jsonValue({ maxDepth: 2 })));
}

type Values = (schema: Schema, words: readonly string[]) => Arbitrary<unknown>;

const byType: Readonly<Record<string, Values>> = {
  string: texts,
  boolean: () => fc.boolean(),
  null: () => fc.constant(null),
  integer: (schema) => fc.integer(between(schema)),
  number: (schema) => fc.double({ ...between(schema), noNaN: true, noDefaultInfinity: true }),
  array: ({ items = {}, minItems = 0, maxItems = 5 }, words) =>
    fc.array(valuesOf(items, words), { minLength: minItems, maxLength: Math.max(minItems, Math.min(maxItems, 5)) }),
  object: objects,
};

function between({ minimum = -2_147_483_648, maximum = 2_147_483_647 }: Schema): { min: number; max: number } {
  return { min: Math.max(minimum, -(2 ** 31)), max: Math.min(maximum, 2 ** 31 - 1) };
}

function objects({ properties = {}, required = [], additionalProperties }: Schema, words: readonly string[]) {
  const known = fc.record(
    Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, valuesOf(each, words)])),
    { requiredKeys: [...required] },
  );
  if (typeof additionalProperties !== 'object' || Object.keys(properties).length > 0) return known;
  return fc.dictionary(fc.oneof(fc.constantFrom(...words), fc.string()), valuesOf(additionalProperties, words), {
    maxKeys: 4,
  });
}

function texts({ format, pattern, minLength = 0, maxLength = 200 }: Schema, words: readonly string[]) {
  if (format === 'date-time') return fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
  if (format === 'email') return fc.emailAddress();
  const shape = pattern === undefined ? null : new RegExp(pattern);
  const fits = (text: string) => text.length >= minLength && text.length <= maxLength && (shape?.test(text) ?? true);
  const known = words.filter(fits);
  const others = shape
    ? matching(shape)
    : fc.string({ minLength, maxLength: Math.min(maxLength, 40), unit: 'grapheme' });
  const arbitraries = [...(known.length > 0 ? [fc.constantFrom(...known)] : []), ...(others ? [others] : [])];
  return arbitraries.length > 0 ? fc.oneof(...arbitraries) : fc.constant('x');
}

/** Texts of a shape; null where the shape looks ahead, which cannot be generated. */
function matching(shape: RegExp): Arbitrary<string> | null {
  return /\(\?[!=<]/.test(shape.source) ? null : fc.stringMatching(shape);
}
