import type { paths } from '#web/api/schema.generated.d.ts';

type Paths = Pick<
  paths,
  | '/api/v1/imports/fields'
  | '/api/v1/imports/inspect'
  | '/api/v1/imports/preview'
  | '/api/v1/imports'
  | '/api/v1/imports/{id}'
  | '/api/v1/imports/{id}/rejected'
  | '/api/v1/imports/{id}/undo'
>;
type Ok<Call> = Call extends { responses: { 200: { content: { 'application/json': infer Answer } } } } ? Answer : never;

/** Files that were uploaded, and what is in them. */
export type Upload = Ok<Paths['/api/v1/imports/inspect']['post']>;

/** One file of an upload. */
export type UploadedFile = Upload['files'][number];

/** One table of a file: a text file has one, a workbook one per sheet. */
export type UploadedTable = UploadedFile['tables'][number];

/** What an import would do. */
export type Preview = Ok<Paths['/api/v1/imports/preview']['post']>;

/** How one table of a preview is read. */
export type PreviewedTable = Preview['tables'][number];

/** How the tables of an upload are to be read. */
export type ImportMapping = NonNullable<
  Paths['/api/v1/imports/preview']['post']['requestBody']['content']['application/json']['mapping']
>;

/** How one table is to be read. */
export type TableMapping = ImportMapping['tables'][number];

/** An order of day, month and year. */
export type DayOrder = PreviewedTable['columns'][number]['dateChoices'][number];

/** One import: its progress while it runs, then its report. */
export type ImportBatch = Ok<Paths['/api/v1/imports/{id}']['get']>;

/** A page of the history. */
export type HistoryPage = Ok<Paths['/api/v1/imports']['get']>;

/** What an import did; in an import that failed early it may be empty. */
export type Report = ImportBatch['report'];

/** A page of rows that were not taken over. */
export type RejectedPage = Ok<Paths['/api/v1/imports/{id}/rejected']['get']>;

/** A row that was not taken over, and why. */
export type Rejected = RejectedPage['rejected'][number];

/** What an undo took back. */
export type UndoCounts = Ok<Paths['/api/v1/imports/{id}/undo']['post']>;

/** What may be imported: the kinds of tables and their fields, and what a mapping may say. */
export type ImportCatalogue = Ok<Paths['/api/v1/imports/fields']['get']>;

/** A kind of table. */
export type Kind = ImportCatalogue['kinds'][number];

/** Something a column may mean. */
export type Field = Kind['fields'][number];
