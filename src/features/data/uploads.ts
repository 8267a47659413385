import { createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import type { SourceFile } from '#connectors/files/source-row.ts';
import { Problem } from '#shared/problem.ts';
import { newRowId } from '#store/row-id.ts';

const manifestSchema = z.object({
  workspaceId: z.string(),
  files: z.array(z.object({ name: z.string(), path: z.string() })),
});

/** Files that were uploaded and wait to be imported. */
export type Upload = Readonly<{ id: string; files: readonly SourceFile[] }>;

export type IncomingFile = Readonly<{ name: string; content: Readable & { truncated?: boolean } }>;

const keptMs = 24 * 60 * 60 * 1000;

/** A folder for uploads: each lies in its own, belongs to a workspace, and is gone after a day. */
export class Uploads {
  readonly #folder: string;
  readonly #now: () => number;

  constructor(dataDir: string, now: () => number) {
    this.#folder = join(dataDir, 'uploads');
    this.#now = now;
  }

  /** Lays files down as they come in. Throws `body_too_large` for a file over the limit and keeps none of them. */
  async receive(workspaceId: string, incoming: AsyncIterable<IncomingFile>): Promise<Upload> {
    await this.sweep();
    const id = newRowId();
    const folder = join(this.#folder, id);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    try {
      const files: SourceFile[] = [];
      for await (const { name, content } of incoming) {
        const path = join(folder, String(files.length));
        const refusal = new Problem('body_too_large', [{ detail: tooLarge, place: { file: name } }]);
        // At once, not when the rest has come.
        content.once('limit', () => content.destroy(refusal));
        await pipeline(content, createWriteStream(path, { mode: 0o600 }));
        if (content.truncated) throw refusal;
        files.push({ name: uniqueName(name, files), path });
      }
      if (files.length === 0) throw new Problem('invalid_request', [{ detail: noFiles, place: { field: 'file' } }]);
      await writeFile(join(folder, 'manifest.json'), JSON.stringify({ workspaceId, files }), { mode: 0o600 });
      return { id, files };
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
  }

  /** The upload of a workspace. Throws `not_found` when it is another's, or gone. */
  async find(workspaceId: string, id: string): Promise<Upload> {
    if (!/^[\w-]{12}$/.test(id)) throw new Problem('not_found');
    const text = await readFile(join(this.#folder, id, 'manifest.json'), 'utf8').catch(() => null);
    const manifest = text === null ? null : manifestSchema.parse(JSON.parse(text));
    if (manifest?.workspaceId !== workspaceId) throw new Problem('not_found', [{ detail: gone }]);
    return { id, files: manifest.files };
  }

  /** Throws an upload away. */
  async remove(id: string): Promise<void> {
    await rm(join(this.#folder, id), { recursive: true, force: true });
  }

  /** Throws away what nobody imported within a day. */
  async sweep(): Promise<void> {
    for (const name of await readdir(this.#folder).catch(() => [])) {
      const found = await stat(join(this.#folder, name)).catch(() => null);
      if (found && this.#now() - found.mtimeMs > keptMs) await this.remove(name);
    }
  }
}

function uniqueName(given: string, files: readonly SourceFile[]): string {
  const name = (given.split(/[\\/]/).at(-1) ?? '').replace(/\p{Cc}/gu, '').slice(0, 200) || 'file';
  return files.some((each) => each.name === name) ? `${files.length + 1}-${name}` : name;
}

const tooLarge = { zh: '文件超过上传的上限', en: 'The file is larger than uploads may be' };
const noFiles = { zh: '没有收到文件', en: 'No file was sent' };
const gone = { zh: '上传的文件已经不在，请重新上传', en: 'The uploaded files are gone; upload them again' };
