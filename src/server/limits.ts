import { limitVariables } from './limit-variables.ts';

type Name = keyof typeof limitVariables;

/** How much the server takes on and how long it waits, by the name of the setting; null where nothing is set. */
export type Limits = Readonly<Record<Exclude<Name, 'MAX_HEAP_MB'>, number> & { MAX_HEAP_MB: number | null }>;

/** The limits as configured; what is left out has its initial value. */
export function limitsOf(config: Readonly<Partial<Limits>>): Limits {
  const limits = Object.entries(limitVariables).map(([name, { initial }]) => [
    name,
    config[name as Name] ?? (initial === null ? null : Number(initial)),
  ]);
  // as: every name of the table is there, with a number unless it has no initial value.
  return Object.fromEntries(limits) as Limits;
}
