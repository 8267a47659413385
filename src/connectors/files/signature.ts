import { open } from 'node:fs/promises';
import type { Bilingual } from '#shared/bilingual.ts';
import { unreadable } from './source-row.ts';

export type ContentKind = 'text' | 'xlsx' | 'xls';

type Signature = Readonly<{ bytes: readonly number[]; name: Bilingual }>;

const zip = [0x50, 0x4b, 0x03, 0x04];
const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

const foreign: readonly Signature[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46], name: { zh: 'PDF 文件', en: 'a PDF file' } },
  { bytes: [0x89, 0x50, 0x4e, 0x47], name: { zh: 'PNG 图片', en: 'a PNG image' } },
  { bytes: [0xff, 0xd8, 0xff], name: { zh: 'JPEG 图片', en: 'a JPEG image' } },
  { bytes: [0x47, 0x49, 0x46, 0x38], name: { zh: 'GIF 图片', en: 'a GIF image' } },
  { bytes: [0x1f, 0x8b], name: { zh: 'gzip 压缩包', en: 'a gzip archive' } },
  { bytes: [0x52, 0x61, 0x72, 0x21], name: { zh: 'RAR 压缩包', en: 'a RAR archive' } },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], name: { zh: '7z 压缩包', en: 'a 7z archive' } },
  { bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], name: { zh: 'SQLite 数据库', en: 'an SQLite database' } },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], name: { zh: '程序文件', en: 'a program' } },
  { bytes: [0x4d, 0x5a, 0x90], name: { zh: '程序文件', en: 'a program' } },
];

/** What the file is by its first bytes, whatever its name says. Throws a `Problem` for anything that is no table. */
export async function contentKind(path: string, name: string): Promise<ContentKind> {
  const head = await firstBytes(path, 65_536);
  if (head.length === 0) {
    throw unreadable({ zh: '文件是空的', en: 'The file is empty' }, { file: name });
  }
  if (startsWith(head, zip)) return 'xlsx';
  if (startsWith(head, compound)) return 'xls';
  const known = foreign.find(({ bytes }) => startsWith(head, bytes));
  if (known) throw notATable(name, known.name);
  if (isMarkup(head)) {
    throw unreadable(
      {
        zh: '这是网页或 XML，不是真正的表格文件；请用 Excel 打开后另存为 .xlsx 或 CSV',
        en: 'This is a web page or XML, not a real table; open it in Excel and save it as .xlsx or CSV',
      },
      { file: name },
    );
  }
  if (isBinary(head)) throw notATable(name, { zh: '二进制文件', en: 'a binary file' });
  return 'text';
}

/** The first bytes of a file, at most `count`. */
export async function firstBytes(path: string, count: number): Promise<Buffer> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(count), 0, count, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Whether the bytes look like UTF-16: a byte order mark, or zero bytes on one side only. */
export function utf16Order(head: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (startsWith(head, [0xff, 0xfe])) return 'utf-16le';
  if (startsWith(head, [0xfe, 0xff])) return 'utf-16be';
  if (controlCount(head) > head.length / 50) return null;
  const zeros = (side: 0 | 1) => head.filter((byte, index) => byte === 0 && index % 2 === side).length;
  const [even, odd] = [zeros(0), zeros(1)];
  const many = head.length / 20;
  if (odd > many && even === 0) return 'utf-16le';
  return even > many && odd === 0 ? 'utf-16be' : null;
}

function isBinary(head: Buffer): boolean {
  if (utf16Order(head)) return false;
  return head.includes(0) || controlCount(head) > head.length / 100;
}

function controlCount(head: Buffer): number {
  return head.filter((byte) => byte !== 0 && (byte < 9 || (byte > 13 && byte < 32 && byte !== 26 && byte !== 27)))
    .length;
}

function isMarkup(head: Buffer): boolean {
  return /^(\uFEFF|\u00ef\u00bb\u00bf)?\s*<(\?xml|!doctype|html|table|head|body|meta)\b/i.test(
    head.toString('latin1', 0, 200),
  );
}

function startsWith(head: Buffer, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => head[index] === byte);
}

function notATable(name: string, what: Bilingual) {
  return unreadable(
    {
      zh: `这是${what.zh}，不是表格；可以导入 CSV、XLSX 和 XLS`,
      en: `This is ${what.en}, not a table; CSV, XLSX and XLS can be imported`,
    },
    { file: name },
  );
}
