/** How much a file may hold before it is refused with a clear report. */
export type FileLimits = Readonly<{
  textBytes: number;
  /** Workbooks are read whole, so their limits are lower: on disk, and unpacked. */
  workbookBytes: number;
  unpackedBytes: number;
  rows: number;
  columns: number;
  /** One record of a text file, in bytes. */
  recordBytes: number;
}>;

const megabyte = 1024 * 1024;

/** What a self-hosted server with 2 GB of memory takes without trouble. */
export const defaultLimits: FileLimits = {
  textBytes: 2048 * megabyte,
  workbookBytes: 64 * megabyte,
  unpackedBytes: 768 * megabyte,
  rows: 5_000_000,
  columns: 200,
  recordBytes: megabyte,
};
