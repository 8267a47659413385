import type { Bilingual } from '#shared/bilingual.ts';
import type { ProblemDetail, ProblemPlace } from '#shared/problem.ts';

/** A row that was not taken over, and why. `blocking`: without leave to go on, the whole import fails for it. */
export type Rejected = Readonly<{
  file: string;
  sheet: string | null;
  row: number | null;
  column: string | null;
  value: string | null;
  code: string;
  reason: Bilingual;
  blocking: boolean;
}>;

/** Something the import decided or noticed. */
export type ImportNote = Readonly<{
  code: string;
  text: Bilingual;
  file: string | null;
  sheet: string | null;
  /** How many rows it is about; 0 when it is about the whole file. */
  count: number;
  firstRow: number | null;
}>;

export type Place = Readonly<{
  file: string;
  sheet: string | null;
  row?: number | undefined;
  column?: string | undefined;
}>;

type NoteInput = Readonly<{
  code: string;
  text: Bilingual;
  place?: Place | undefined;
  /** Notes of one group are one note, with the first one's text. */
  group?: string | undefined;
}>;
type FaultInput = Readonly<{
  code: string;
  reason: Bilingual;
  place: Place;
  value?: string | undefined;
  blocking?: boolean | undefined;
  /** The table as a whole cannot be read: nothing may go on without it. */
  fatal?: boolean | undefined;
}>;

const keptRejected = 10_000;

/** What an import found, collected while it reads; equal notes are counted, not repeated. */
export class Findings {
  readonly #notes = new Map<string, { -readonly [Key in keyof ImportNote]: ImportNote[Key] }>();
  readonly #rejected: Rejected[] = [];
  #blocking = 0;
  #other = 0;
  #fatal = 0;

  /** The same findings, to go on with apart. */
  copy(): Findings {
    const copied = new Findings();
    for (const [key, note] of this.#notes) copied.#notes.set(key, { ...note });
    copied.#rejected.push(...this.#rejected);
    copied.#blocking = this.#blocking;
    copied.#other = this.#other;
    copied.#fatal = this.#fatal;
    return copied;
  }

  /** Notes something; the same text about the same file counts up. */
  note({ code, text, place, group = text.en }: NoteInput): void {
    const key = `${code}\n${place?.file}\n${place?.sheet}\n${group}`;
    const known = this.#notes.get(key);
    if (known) {
      if (place?.row !== undefined) known.count += 1;
      return;
    }
    this.#notes.set(key, {
      code,
      text,
      file: place?.file ?? null,
      sheet: place?.sheet ?? null,
      count: place?.row === undefined ? 0 : 1,
      firstRow: place?.row ?? null,
    });
  }

  /** Rejects a row, or with a place without a row the file. */
  reject({ code, reason, place, value, blocking = true, fatal = false }: FaultInput): void {
    if (fatal) this.#fatal += 1;
    if (blocking) this.#blocking += 1;
    else this.#other += 1;
    if (this.#rejected.length >= keptRejected) return;
    this.#rejected.push({
      file: place.file,
      sheet: place.sheet,
      row: place.row ?? null,
      column: place.column ?? null,
      value: value === undefined ? null : value.slice(0, 80),
      code,
      reason,
      blocking,
    });
  }

  get fatalCount(): number {
    return this.#fatal;
  }

  get blockingCount(): number {
    return this.#blocking;
  }

  get rejectedCount(): number {
    return this.#blocking + this.#other;
  }

  get rejected(): readonly Rejected[] {
    return this.#rejected;
  }

  get notes(): readonly ImportNote[] {
    return [...this.#notes.values()];
  }
}

/** The blocking rejections as details of a problem: the first hundred, and how many more there are. */
export function problemDetails(rejected: readonly Rejected[], blockingCount: number): readonly ProblemDetail[] {
  const shown = rejected.filter((each) => each.blocking).slice(0, shownDetails);
  const details = shown.map(({ reason, value, ...place }) => ({
    detail: withValue(reason, value),
    place: problemPlace(place),
  }));
  const more = blockingCount - shown.length;
  if (more <= 0) return details;
  return [...details, { detail: { zh: `另有 ${more} 处`, en: `and ${more} more` } }];
}

const shownDetails = 100;

function withValue(reason: Bilingual, value: string | null): Bilingual {
  if (value === null || value === '') return reason;
  return { zh: `${reason.zh}（${value}）`, en: `${reason.en} (${value})` };
}

function problemPlace({ file, sheet, row, column }: Omit<Rejected, 'reason' | 'value'>): ProblemPlace {
  return { file, ...(sheet && { sheet }), ...(row && { row }), ...(column && { column }) };
}
