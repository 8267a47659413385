import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openReplica } from '#replica/replica.ts';
import { sql } from '#shared/sql.ts';
import { verifyAudit } from '#store/audit.ts';
import { openDataKeyring } from '#store/keys/data-keyring.ts';
import { carriedKeys } from '#store/keys/rotation.ts';
import { masterKeys } from '#store/master-key.ts';
import { openStore } from '#store/open-store.ts';
import { openedRows, type Row, upsertRows } from '#store/rows.ts';
import { listWorkspaces } from '#store/workspaces.ts';
import { rebuiltDump, replicaDump } from './replica-dump.ts';

export type KillOptions = Readonly<{
  dataDir: string;
  kills: number;
  /** How many clients write at the same time. */
  writers: number;
  /** A number from 0 to 1; decides when the next kill comes. */
  random: () => number;
  /** Told after each round. */
  onRound?: (round: KillRound) => void;
}>;

/** What was found after one kill. */
export type KillRound = Readonly<{
  acknowledged: number;
  /** Acknowledged, and gone or not as written: none may be. */
  lost: readonly string[];
  killedAfterMs: number;
  /** Until the server answered again. */
  startMs: number;
  auditEntries: number;
  auditBroken: string | null;
  /** The replica that followed further writes against one that was loaded anew. */
  isReplicaEqual: boolean;
  /** Sealed values that no key at hand opens, or that are in clear. */
  unreadable: number;
  /** A key rotation was under way when the kill came. */
  wasRotating: boolean;
}>;

const main = join(import.meta.dirname, '../main.ts');
/** The same program is started again and again: its modules need not be compiled each time. */
const compileCache = join(import.meta.dirname, '../../node_modules/.cache/salesboard/compiled');
const soonestMs = 0;
const latestMs = 2_500;

/**
 * Kills a server with SIGKILL at random moments while clients write, again and again on one data folder, and looks each time at what
 * is there: every acknowledged write, the audit log, the keys, and a replica.
 */
export async function killRounds(options: KillOptions): Promise<readonly KillRound[]> {
  const { dataDir, kills, onRound } = options;
  await command(dataDir, 'workspace', 'create', '--slug', 'acme', '--name', '安克');
  const made = await command(dataDir, 'api-key', 'create', '--workspace', 'acme', '--role', 'admin');
  const key = made.trim();
  await writeCustomer(dataDir);
  const written: Written = { orders: new Map(), tasks: new Map(), days: 0 };
  const rounds: KillRound[] = [];
  for (let index = 0; index < kills; index += 1) {
    const load = await loadUntilKilled(options, { key, written, round: index });
    const found = await lookAt(dataDir, written, index);
    const round = { ...load, ...found };
    rounds.push(round);
    onRound?.(round);
  }
  return rounds;
}

const aCustomer = 'c1';
const aColleague = 'p1';

/** Whom follow-ups are about, and who does them. */
async function writeCustomer(dataDir: string): Promise<void> {
  const { store, keyring } = await opened(dataDir);
  const [workspace] = await listWorkspaces(store);
  const workspaceId = workspace?.id ?? '';
  await store.transaction(async (tx) => {
    await upsertRows(tx, keyring, { workspaceId, entity: 'customer', rows: [{ id: aCustomer, name: '甲公司' }] });
    await upsertRows(tx, keyring, { workspaceId, entity: 'person', rows: [{ id: aColleague, name: '沈' }] });
  });
  await store.close();
}

async function opened(dataDir: string) {
  const store = await openStore({ dataDir });
  const keyring = await openDataKeyring({ store, masters: () => masterKeys({ dataDir, mustExist: true }) });
  return { store, keyring };
}

/** Acknowledged writes: number or title by id, and how many days were changed, each of which is audited. */
type Written = { orders: Map<string, string>; tasks: Map<string, string>; days: number };

type Load = Readonly<{ key: string; written: Written; round: number }>;

async function loadUntilKilled(options: KillOptions, load: Load) {
  const { dataDir, writers, random } = options;
  const before = performance.now();
  const server = serverOf(dataDir);
  const url = await listening(server);
  const startMs = Math.round(performance.now() - before);
  const acknowledgedIn = () => load.written.orders.size + load.written.tasks.size + load.written.days;
  const counted = acknowledgedIn();
  const stopped = { value: false };
  const clients = Promise.all(
    Array.from({ length: writers }, (_, writer) => writeOn(url, { ...load, writer, stopped })),
  );
  await Promise.race([clients, until(() => acknowledgedIn() > counted)]);
  const wasRotating = load.round % 5 === 2;
  // It goes on until the kill; what it says then does not matter.
  const rotation = wasRotating ? command(dataDir, 'rotate-keys').catch(() => '') : Promise.resolve('');
  const killedAfterMs = Math.round(soonestMs + random() * (latestMs - soonestMs));
  await wait(killedAfterMs);
  stopped.value = true;
  server.kill('SIGKILL');
  await new Promise((resolve) => server.once('close', resolve));
  await Promise.all([clients, rotation]);
  const acknowledged = acknowledgedIn() - counted;
  return { startMs, killedAfterMs, acknowledged, wasRotating };
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await wait(5);
}

type Writing = Load & Readonly<{ writer: number; stopped: { value: boolean } }>;

/** Writes one thing after the other, and remembers each one that the server acknowledged. */
async function writeOn(url: string, { key, written, round, writer, stopped }: Writing): Promise<void> {
  for (let index = 0; !stopped.value; index += 1) {
    const name = `${round}-${writer}-${index}`;
    const send = [sendOrder, sendTask, sendOrder, sendDay][index % 4] ?? sendOrder;
    try {
      await send({ url, key, name, written });
    } catch (error) {
      if (!stopped.value) throw error;
      // The server was killed before it answered: whether that write is there nobody knows.
      return;
    }
  }
}

type Sending = Readonly<{ url: string; key: string; name: string; written: Written }>;

async function sendOrder(sending: Sending): Promise<void> {
  const number = `SO-${sending.name}`;
  const lines = [{ amount: '12.34' }, { amount: '56.78' }];
  const { id } = await sent(sending, 'POST', '/api/v1/orders', { number, orderedOn: '2026-11-24', lines });
  sending.written.orders.set(id, number);
}

async function sendTask(sending: Sending): Promise<void> {
  const title = `回访${sending.name}`;
  const { tasks } = await sent(sending, 'POST', '/api/v1/tasks', {
    tasks: [{ customerId: aCustomer, assigneeId: aColleague, title }],
  });
  sending.written.tasks.set(tasks[0]?.id ?? '', title);
}

/** Is in the audit log. */
async function sendDay(sending: Sending): Promise<void> {
  const day = String((Number(sending.name.split('-')[2]) % 28) + 1).padStart(2, '0');
  await sent(sending, 'PUT', `/api/v1/calendar/2026-02-${day}`, { isWorkday: true });
  sending.written.days += 1;
}

type Answer = Readonly<{ id: string; tasks: readonly Readonly<{ id: string }>[] }>;

async function sent({ url, key }: Sending, method: string, path: string, body: unknown): Promise<Answer> {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const response = await fetch(`${url}${path}`, { method, headers, body: JSON.stringify(body) });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
  return JSON.parse(text) as Answer;
}

type Found = Pick<KillRound, 'lost' | 'auditEntries' | 'auditBroken' | 'isReplicaEqual' | 'unreadable'>;

/** Opens what the killed server left, as the next server would. */
async function lookAt(dataDir: string, written: Written, round: number): Promise<Found> {
  const { store, keyring } = await opened(dataDir);
  try {
    const [workspace] = await listWorkspaces(store);
    const workspaceId = workspace?.id ?? '';
    const orders = await store.query<Row>(sql`
      select o.id, o.number from sales_order o
       where (select count(*) from order_line l where l.workspace_id = o.workspace_id and l.order_id = o.id) = 2`);
    const tasks = openedRows(keyring, 'task', await store.query<Row>(sql`select id, title from task`));
    const { entries, broken } = await verifyAudit(store, workspaceId);
    const [days] = await store.query<{ n: number }>(
      sql`select count(*)::int as n from audit_entry where action = 'calendar_changed'`,
    );
    const replica = await openReplica({ store, keyring, workspaceId });
    const row = { id: `after-${round}`, name: `客户${round}` };
    await store.transaction((tx) => upsertRows(tx, keyring, { workspaceId, entity: 'customer', rows: [row] }));
    await replica.catchUp();
    const [followed, rebuilt] = [await replicaDump(replica), await rebuiltDump({ store, keyring, workspaceId })];
    await replica.close();
    const carried = await carriedKeys(store);
    return {
      lost: [
        ...missing(written.orders, orders, 'number'),
        ...missing(written.tasks, tasks, 'title'),
        ...((days?.n ?? 0) < written.days ? [`${written.days - (days?.n ?? 0)} audited days`] : []),
      ],
      auditEntries: entries,
      auditBroken: broken && `${broken.why} at ${broken.position}`,
      isReplicaEqual: JSON.stringify(followed) === JSON.stringify(rebuilt),
      unreadable: carried.get('clear') ?? 0,
    };
  } finally {
    await store.close();
  }
}

function missing(acknowledged: ReadonlyMap<string, string>, found: readonly Row[], column: string): readonly string[] {
  const present = new Map(found.map((row) => [row.id, row[column]]));
  return [...acknowledged].filter(([id, text]) => present.get(id) !== text).map(([, text]) => text);
}

function launched(dataDir: string, args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [main, ...args], {
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      DATA_DIR: dataDir,
      DEMO: '0',
      LANG: 'en_US.UTF-8',
      NODE_COMPILE_CACHE: compileCache,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function serverOf(dataDir: string): ChildProcess {
  return launched(dataDir, ['start']);
}

async function listening(server: ChildProcess): Promise<string> {
  let said = '';
  server.stderr?.on('data', (chunk) => {
    said += chunk;
  });
  for await (const chunk of server.stdout ?? []) {
    said += chunk;
    const found = /(http:\/\/127\.0\.0\.1:\d+)/.exec(said);
    if (found?.[1]) {
      server.stdout?.resume();
      return found[1];
    }
  }
  throw new Error(`the server ended: ${said}`);
}

async function command(dataDir: string, ...args: string[]): Promise<string> {
  const child = launched(dataDir, args);
  let [out, err] = ['', ''];
  child.stdout?.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    err += chunk;
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`${args[0]}: ${err}`);
  return out;
}
