import type { Draft } from './draft.ts';
import type { ImportCatalogue, Upload, UploadedFile, UploadedTable } from './import-types.ts';

/** What the steps of an import share: the upload, what may be said about it, what was decided, and how to decide otherwise. */
export type WizardProps = Readonly<{
  upload: Upload;
  catalogue: ImportCatalogue;
  draft: Draft;
  decide: (change: (draft: Draft) => Draft) => void;
}>;

/** What the parts of one table's section share. */
export type TableProps = WizardProps & Readonly<{ file: UploadedFile; table: UploadedTable }>;
