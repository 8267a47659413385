import { createReadStream } from 'node:fs';
import chardet from 'chardet';
import { firstBytes, utf16Order } from './signature.ts';
import { type SourceFile, unreadable } from './source-row.ts';

/** Encodings a text file may have, by the names of the WHATWG Encoding standard. */
export const encodings = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be', 'big5', 'shift_jis', 'windows-1252'] as const;

export type Encoding = (typeof encodings)[number];

const sampleBytes = 1024 * 1024;

/**
 * The encoding of a whole text file: byte order mark, then validity of every byte as UTF-8, then as GB18030, then statistics.
 * Throws a `Problem` naming the row when the file is damaged.
 */
export async function detectEncoding(file: SourceFile): Promise<Encoding> {
  const head = await firstBytes(file.path, sampleBytes);
  const wide = utf16Order(head);
  if (wide) return verified(file, wide);
  const broken = await firstInvalid(file.path, 'utf-8');
  if (broken === null) return 'utf-8';
  if (looksLikeUtf8(head)) throw damaged(file, 'utf-8', broken);
  if (gb2312Share(head) >= 0.7) return verified(file, 'gb18030');
  return verified(file, statistical(head));
}

/** The encoding, when every byte of the file is valid in it; else a `Problem` naming the row. */
export async function verified(file: SourceFile, encoding: Encoding): Promise<Encoding> {
  const broken = await firstInvalid(file.path, encoding);
  if (broken === null) return encoding;
  throw damaged(file, encoding, broken);
}

type Invalid = Readonly<{ row: number; atEnd: boolean }>;

async function firstInvalid(path: string, encoding: Encoding): Promise<Invalid | null> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let rows = 1;
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
    try {
      decoder.decode(chunk, { stream: true });
    } catch {
      return { row: rows + (await linesBeforeFault(chunk, encoding)), atEnd: false };
    }
    rows += newlines(chunk);
  }
  try {
    decoder.decode();
    return null;
  } catch {
    return { row: rows, atEnd: true };
  }
}

async function linesBeforeFault(chunk: Buffer, encoding: Encoding): Promise<number> {
  let line = 0;
  let from = chunk.indexOf(10) + 1;
  if (from === 0) return 0;
  while (from < chunk.length) {
    line += 1;
    const next = chunk.indexOf(10, from);
    const before = next === -1 ? chunk.length : next + 1;
    try {
      new TextDecoder(encoding, { fatal: true }).decode(chunk.subarray(from, before), { stream: next === -1 });
    } catch {
      return line;
    }
    from = before;
  }
  return 0;
}

function newlines(chunk: Buffer): number {
  let count = 0;
  for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) count += 1;
  return count;
}

/** More well-formed multi-byte sequences than stray bytes: UTF-8 with damage, not another encoding. */
function looksLikeUtf8(head: Buffer): boolean {
  const text = head.toString('utf8');
  const stray = text.match(/\uFFFD/g)?.length ?? 0;
  const wellFormed = text.match(/[\u0080-\uFFFC]/g)?.length ?? 0;
  return wellFormed > stray * 2;
}

/** Share of the double bytes that are common Chinese (GB 2312): tells GB18030 from Western text that happens to be valid in it. */
function gb2312Share(head: Buffer): number {
  let pairs = 0;
  let common = 0;
  for (let index = 0; index < head.length - 1; index += 1) {
    const lead = head[index] ?? 0;
    if (lead < 0x80) continue;
    const trail = head[index + 1] ?? 0;
    pairs += 1;
    if (lead >= 0xa1 && lead <= 0xf7 && trail >= 0xa1) common += 1;
    index += 1;
  }
  return pairs === 0 ? 1 : common / pairs;
}

function statistical(head: Buffer): Encoding {
  const guess = chardet.detect(head)?.toLowerCase().replace('iso-8859-1', 'windows-1252') ?? 'windows-1252';
  return encodings.find((known) => known === guess) ?? 'windows-1252';
}

function damaged(file: SourceFile, encoding: Encoding, { row, atEnd }: Invalid) {
  const name = encoding.toUpperCase();
  return atEnd
    ? unreadable(
        {
          zh: `文件在一个字的中间结束（${name}），可能被截断`,
          en: `The file ends inside a character (${name}): it was cut off`,
        },
        { file: file.name, row },
      )
    : unreadable(
        {
          zh: `这一行有不是 ${name} 的字节：文件损坏，或编码选错了`,
          en: `This row has bytes that are not ${name}: the file is damaged or the encoding is wrong`,
        },
        { file: file.name, row },
      );
}
