import duckdb, { type Vector } from '@duckdb/node-bindings';

/** Fields of one column, kept in DuckDB's own memory layout until a chunk is full. */
export type ColumnWriter = {
  /** Puts the field whose text is `bytes[start, end)` into a row of the chunk. */
  write(row: number, bytes: Uint8Array, start: number, end: number): void;
  writeNull(row: number): void;
  /** Moves the first `rows` fields into the vector and forgets them. */
  flush(vector: Vector, rows: number): void;
};

/** Rows of a chunk: DuckDB's vector size. */
export const chunkRows = duckdb.vector_size();

/** A writer for a column of this type: varchar, boolean, date, smallint, integer or decimal(p,s) up to 18 digits. */
export function columnWriter(type: string, open?: (text: string) => string): ColumnWriter {
  if (type === 'varchar') return open ? openedTextWriter(open) : textWriter();
  const decimal = /^decimal\((\d+),(\d+)\)$/.exec(type);
  if (decimal) return decimalWriter(Number(decimal[1]), Number(decimal[2]));
  if (type === 'date') return fixedWriter(new Int32Array(chunkRows), epochDayOf);
  if (type === 'boolean')
    return fixedWriter(new Uint8Array(chunkRows), (bytes, start) => (bytes[start] === 116 ? 1 : 0));
  if (type === 'smallint') return fixedWriter(new Int16Array(chunkRows), wholeNumber);
  if (type === 'integer') return fixedWriter(new Int32Array(chunkRows), wholeNumber);
  throw new RangeError(`no column writer for ${type}`);
}

type FixedArray = Int32Array<ArrayBuffer> | Int16Array<ArrayBuffer> | Uint8Array<ArrayBuffer>;

function fixedWriter(
  items: FixedArray,
  parse: (bytes: Uint8Array, start: number, end: number) => number,
): ColumnWriter {
  const nulls = nullMask();
  return {
    write(row, bytes, start, end) {
      items[row] = parse(bytes, start, end);
    },
    writeNull: nulls.add,
    flush(vector, rows) {
      duckdb.copy_data_to_vector(vector, 0, items.buffer, 0, rows * items.BYTES_PER_ELEMENT);
      nulls.flush(vector);
    },
  };
}

// Whole words of 32 bits instead of BigInt: three times faster, and exact below 2^53; above it BigInt.
function decimalWriter(precision: number, scale: number): ColumnWriter {
  if (precision <= 9) {
    const items = precision <= 4 ? new Int16Array(chunkRows) : new Int32Array(chunkRows);
    return fixedWriter(items, (bytes, start, end) => scaled(bytes, { start, end, scale }));
  }
  const words = new Int32Array(chunkRows * 2);
  const wide = new BigInt64Array(words.buffer);
  const nulls = nullMask();
  return {
    write(row, bytes, start, end) {
      const value = scaled(bytes, { start, end, scale });
      if (!Number.isSafeInteger(value)) {
        wide[row] = scaledExactly(bytes, { start, end, scale });
        return;
      }
      const high = Math.floor(value / 4294967296);
      words[row * 2] = value - high * 4294967296;
      words[row * 2 + 1] = high;
    },
    writeNull: nulls.add,
    flush(vector, rows) {
      duckdb.copy_data_to_vector(vector, 0, words.buffer, 0, rows * 8);
      nulls.flush(vector);
    },
  };
}

/**
 * DuckDB keeps a text of up to 12 bytes inside its 16-byte slot (`duckdb_string_t`): such texts, row ids above all, are
 * laid out here; longer ones are handed over one by one.
 */
function textWriter(): ColumnWriter {
  const slots = new Uint8Array(chunkRows * 16);
  const words = new Uint32Array(slots.buffer);
  const long = new Map<number, Uint8Array>();
  const nulls = nullMask();
  return {
    write(row, bytes, start, end) {
      const length = end - start;
      words.fill(0, row * 4, row * 4 + 4);
      if (length > 12) {
        long.set(row, bytes.subarray(start, end));
        return;
      }
      words[row * 4] = length;
      for (let index = start, slot = row * 16 + 4; index < end; index++, slot++) slots[slot] = bytes[index] as number;
    },
    writeNull(row) {
      words.fill(0, row * 4, row * 4 + 4);
      nulls.add(row);
    },
    flush(vector, rows) {
      duckdb.copy_data_to_vector(vector, 0, slots.buffer, 0, rows * 16);
      for (const [row, text] of long) duckdb.vector_assign_string_element_len(vector, row, text);
      long.clear();
      nulls.flush(vector);
    },
  };
}

function openedTextWriter(open: (text: string) => string): ColumnWriter {
  const inner = textWriter();
  return {
    ...inner,
    write(row, bytes, start, end) {
      const clear = encoder.encode(open(decoder.decode(bytes.subarray(start, end))));
      inner.write(row, clear, 0, clear.length);
    },
  };
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

function nullMask() {
  const bits = new Uint8Array(chunkRows / 8).fill(0xff);
  let some = false;
  return {
    add(row: number) {
      some = true;
      bits[row >> 3] = (bits[row >> 3] as number) & ~(1 << (row & 7));
    },
    flush(vector: Vector) {
      if (!some) return;
      duckdb.vector_ensure_validity_writable(vector);
      duckdb.copy_data_to_vector_validity(vector, 0, bits.buffer, 0, bits.length);
      bits.fill(0xff);
      some = false;
    },
  };
}

function wholeNumber(bytes: Uint8Array, start: number, end: number): number {
  return scaled(bytes, { start, end, scale: 0 });
}

type Field = { start: number; end: number; scale: number };

/** The decimal text times 10^scale. Throws `RangeError` for digits after the scale: the store has none. */
function scaled(bytes: Uint8Array, { start, end, scale }: Field): number {
  const negative = bytes[start] === 45;
  let value = 0;
  let decimals = -1;
  for (let index = negative ? start + 1 : start; index < end; index++) {
    const digit = (bytes[index] as number) - 48;
    if (digit === -2) decimals = 0;
    else {
      value = value * 10 + digit;
      if (decimals >= 0) decimals++;
    }
  }
  if (decimals > scale) throw new RangeError(`more than ${scale} decimals`);
  for (let missing = scale - Math.max(decimals, 0); missing > 0; missing--) value *= 10;
  return negative ? -value : value;
}

function scaledExactly(bytes: Uint8Array, { start, end, scale }: Field): bigint {
  const [whole = '', decimals = ''] = decoder.decode(bytes.subarray(start, end)).split('.');
  return BigInt(whole + decimals.padEnd(scale, '0'));
}

/** Days since 1970-01-01 of `YYYY-MM-DD`, by the civil calendar (Howard Hinnant, chrono-compatible algorithms). */
function epochDayOf(bytes: Uint8Array, start: number, end: number): number {
  const number = (from: number, to: number) => wholeNumber(bytes, from, to);
  const month = number(end - 5, end - 3);
  const year = number(start, end - 6) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + number(end - 2, end) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}
