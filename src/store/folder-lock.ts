import { randomUUID } from 'node:crypto';
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

type Holder = Readonly<{ pid: number; host: string; startedAt: string; token: string }>;

const beatMs = 5_000;
const silentMs = 20_000;

/** Another living process holds the data folder. */
export class FolderInUse extends Error {
  readonly pid: number;

  constructor(dataDir: string, holder: Holder) {
    super(
      `数据文件夹 ${dataDir} 正被 ${holder.host} 上的进程 ${holder.pid} 使用：请先停止它，或让两者共用一个 PostgreSQL（DATABASE_URL） · the data folder ${dataDir} is in use by process ${holder.pid} on ${holder.host}: stop it first, or let both use one PostgreSQL (DATABASE_URL)`,
    );
    this.name = 'FolderInUse';
    this.pid = holder.pid;
  }
}

/** Takes the folder for this process until released; what a killed process left behind is taken over. */
export async function lockFolder(dataDir: string): Promise<{ release(): void }> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = join(dataDir, 'store.lock');
  const mine: Holder = {
    pid: process.pid,
    host: hostname(),
    startedAt: processStart(process.pid) ?? '',
    token: randomUUID(),
  };
  while (!created(file, mine)) {
    const holder = holderOf(file);
    if (!holder) continue;
    if (isAlive(file, holder)) throw new FolderInUse(dataDir, holder);
    putAside(file, holder);
  }
  held.add(mine.token);
  const beat = setInterval(() => touch(file), beatMs).unref();
  const release = () => {
    clearInterval(beat);
    process.off('exit', release);
    if (held.delete(mine.token) && holderOf(file)?.token === mine.token) rmSync(file, { force: true });
  };
  process.once('exit', release);
  return { release };
}

const held = new Set<string>();

function created(file: string, holder: Holder): boolean {
  try {
    const descriptor = openSync(file, 'wx', 0o600);
    writeSync(descriptor, JSON.stringify(holder));
    closeSync(descriptor);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/** Null when the file has just gone; a file that cannot be read yet or any more counts as held by nobody alive. */
function holderOf(file: string): Holder | null {
  try {
    const text = readFileSync(file, 'utf8');
    return parsed(text);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw error;
  }
}

function parsed(text: string): Holder {
  try {
    return JSON.parse(text) as Holder;
  } catch {
    return { pid: 0, host: hostname(), startedAt: '', token: '' };
  }
}

/** On this machine the process is asked for; on another one (a shared volume) its heart beat in the file counts. */
function isAlive(file: string, holder: Holder): boolean {
  if (held.has(holder.token)) return true;
  if (holder.host !== hostname()) return Date.now() - changedMs(file) < silentMs;
  if (holder.pid === 0) return Date.now() - changedMs(file) < 1_000;
  // TRAP: in a container a restarted process has the same pid as the killed one, so the start is compared too.
  if (holder.pid === process.pid) return false;
  const start = processStart(holder.pid);
  return start === null ? respondsToSignal(holder.pid) : start === holder.startedAt;
}

/** When the kernel started the process, in its own words; null where /proc does not say. */
function processStart(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot}:${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`;
  } catch {
    return null;
  }
}

function respondsToSignal(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, 'EPERM');
  }
}

/** Moves a dead holder's file away; when another process was quicker and the file is already its, gives it back. */
function putAside(file: string, dead: Holder): void {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return;
    throw error;
  }
  if (holderOf(aside)?.token === dead.token) rmSync(aside);
  else renameSync(aside, file);
}

function changedMs(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function touch(file: string): void {
  const now = new Date();
  try {
    utimesSync(file, now, now);
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
