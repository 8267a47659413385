import type { Entity } from '#store/entities.ts';
import { rowId } from '#store/row-id.ts';
import type { RowValue } from '#store/rows.ts';
import type { Findings, Place } from './findings.ts';
import { normalName } from './names.ts';
import type { RowWriter } from './row-writer.ts';

/** A thing with a name that rows refer to. `scope` is what it hangs below: a city's province, a stage's pipeline. */
export type Known = Readonly<{ id: string; name: string; code: string | null; scope: string }>;

export type Wanted = Readonly<{
  name: string;
  code?: string | null | undefined;
  scope?: string | undefined;
  /** What the row says about it; the first to say something wins. */
  columns?: Readonly<Record<string, RowValue | undefined>> | undefined;
  place: Place;
}>;

type BookOptions = Readonly<{
  entity: Entity;
  label: string;
  salt: Uint8Array;
  writer: RowWriter;
  findings: Findings;
  known: readonly Known[];
}>;

/** People, products, customers … by code and name: finds those that exist, makes those that do not, and joins like spellings. */
export class NameBook {
  readonly #options: BookOptions;
  readonly #byCode = new Map<string, Known>();
  readonly #byName = new Map<string, Known[]>();
  readonly #byNormal = new Map<string, Known[]>();
  readonly #byPlainName = new Map<string, Known[]>();
  readonly #renamed = new Set<string>();
  readonly #said = new Map<string, Map<string, RowValue>>();

  constructor(options: BookOptions) {
    this.#options = options;
    for (const each of options.known) this.#index(each);
  }

  /** The id of the thing, made when it is new. */
  ensure(wanted: Wanted): string {
    const found = this.#find(wanted) ?? this.#make(wanted);
    this.#say(found, wanted);
    return found.id;
  }

  /** The id of a thing that exists already; null when none or several are meant. */
  find(wanted: Wanted): string | null {
    return this.#find(wanted)?.id ?? null;
  }

  /** The only thing of that name, whatever it hangs below. */
  findAnywhere(name: string): Known | null {
    const [only, another] = this.#byPlainName.get(normalName(name)) ?? [];
    return only && !another ? only : null;
  }

  /** Writes what is new or was said; call once, at the end. */
  write(): void {
    for (const [id, columns] of this.#said)
      this.#options.writer.add(this.#options.entity, { ...Object.fromEntries(columns), id });
  }

  #find({ name, code, scope = '', place }: Wanted): Known | null {
    if (code) return this.#byCode.get(code) ?? null;
    const exact = this.#byName.get(`${scope}\n${name}`) ?? [];
    if (exact.length > 0) return exact[0] ?? null;
    const [similar, another] = this.#byNormal.get(`${scope}\n${normalName(name)}`) ?? [];
    if (!similar || another) return null;
    this.#options.findings.note({
      code: 'joined_name',
      text: { zh: `“${name}”当作“${similar.name}”`, en: `“${name}” was taken for “${similar.name}”` },
      place,
    });
    return similar;
  }

  #make({ name, code, scope = '' }: Wanted): Known {
    const { salt, entity } = this.#options;
    const key = code ? ['code', code] : ['name', scope, name];
    const made = { id: rowId(salt, entity, ...key), name, code: code ?? null, scope };
    this.#index(made);
    this.#said.set(made.id, new Map<string, RowValue>([['name', name]]));
    return made;
  }

  #say(known: Known, { name, columns, place }: Wanted): void {
    const { findings, label } = this.#options;
    if (known.code !== null && known.name !== name && !this.#renamed.has(known.code)) {
      this.#renamed.add(known.code);
      const text = {
        zh: `同一个${label}编号有几个名称（如 ${known.code}：“${known.name}”“${name}”），用先出现的`,
        en: `One code has several names (${known.code}: “${known.name}”, “${name}”); the first is kept`,
      };
      findings.note({ code: 'several_names', text, place, group: label });
    }
    for (const [column, value] of Object.entries(columns ?? {})) {
      if (value === undefined || value === null) continue;
      const said = this.#said.get(known.id) ?? new Map<string, RowValue>([['name', known.name]]);
      this.#said.set(known.id, said);
      if (!said.has(column)) said.set(column, value);
    }
  }

  #index(known: Known): void {
    if (known.code !== null) this.#byCode.set(known.code, known);
    push(this.#byName, `${known.scope}\n${known.name}`, known);
    push(this.#byNormal, `${known.scope}\n${normalName(known.name)}`, known);
    push(this.#byPlainName, normalName(known.name), known);
  }
}

function push(map: Map<string, Known[]>, key: string, known: Known): void {
  const list = map.get(key);
  if (list) list.push(known);
  else map.set(key, [known]);
}
