import type { Day } from '#shared/day.ts';
import { answered, client } from '#web/api/client.ts';
import type { Question } from '#web/api/types.ts';

/** What leaves as a file: it is put on record before the file is there. */
export type ExportNote = Readonly<{
  what: 'panel' | 'rows' | 'audit' | 'rejected_rows';
  /** Which panel, number or import. */
  id: string;
  question?: Pick<Question, 'measures' | 'by' | 'period' | 'where'> | null;
}>;

type File = Readonly<{
  note: ExportNote;
  format: 'csv' | 'xlsx' | 'png';
  rows: number;
  name: string;
  day: Day;
  make: () => Blob | Promise<Blob>;
}>;

/** Saves a file; the only way to do so. Throws when the server does not put it on record, and then there is no file. */
export async function exportFile({ note, format, rows, name, day, make }: File): Promise<void> {
  const { what, id, question } = note;
  const page = location.pathname.slice(0, 200);
  const body = { what, id: id.slice(0, 120), page, format, rows, question: question ? noted(question) : null };
  await answered(client.POST('/api/v1/exports', { body }));
  saveFile(await make(), fileName({ name, day }, format));
}

/** A file name from the title: what no file system allows is left out, the day is added. */
export function fileName({ name, day }: Readonly<{ name: string; day: Day }>, ending: string): string {
  const safe = name
    .replaceAll(/[\\/:*?"<>|\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, 80);
  return `${safe || 'salesboard'} ${day}.${ending}`;
}

/** Names only: the values of filters may be customers. */
function noted({ measures, by = [], period, where = [] }: NonNullable<ExportNote['question']>) {
  return {
    measures: measures.map((each) => (typeof each === 'string' ? each : each.id)),
    by: [...by],
    period: periodText(period),
    filters: where.map(({ field }) => field),
  };
}

function periodText(period: Question['period']): string {
  if ('from' in period) return `${period.from}/${period.before}`;
  const { kind, ...rest } = period;
  return [kind, ...Object.values(rest)].join(' ');
}

function saveFile(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
