import { open } from 'node:fs/promises';

export type ZipDirectory = Readonly<{ names: readonly string[]; unpackedBytes: number }>;

const endOfDirectory = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const entryMark = 0x02014b50;

/** What a ZIP file says it holds, without unpacking it; null when its directory is missing (the file was cut off). */
export async function zipDirectory(path: string): Promise<ZipDirectory | null> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    const tail = Buffer.alloc(Math.min(size, 65_557));
    await handle.read(tail, 0, tail.length, size - tail.length);
    const end = tail.lastIndexOf(endOfDirectory);
    if (end === -1 || end + 22 > tail.length) return null;
    const directory = Buffer.alloc(Math.min(tail.readUInt32LE(end + 12), size));
    await handle.read(directory, 0, directory.length, tail.readUInt32LE(end + 16));
    return entries(directory);
  } finally {
    await handle.close();
  }
}

function entries(directory: Buffer): ZipDirectory | null {
  const names: string[] = [];
  let unpackedBytes = 0;
  let at = 0;
  while (at + 46 <= directory.length) {
    if (directory.readUInt32LE(at) !== entryMark) return null;
    const nameLength = directory.readUInt16LE(at + 28);
    unpackedBytes += directory.readUInt32LE(at + 24);
    names.push(directory.toString('utf8', at + 46, at + 46 + nameLength));
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return names.length === 0 ? null : { names, unpackedBytes };
}
