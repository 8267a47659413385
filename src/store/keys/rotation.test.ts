import { randomBytes } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, test, vi } from 'vitest';
import { sql } from '#shared/sql.ts';
import { bothEngines } from '#testing/engines.ts';
import { verifyAudit } from '../audit.ts';
import type { Entity } from '../entities.ts';
import { openedRows, type Row, upsertRows } from '../rows.ts';
import { type Keyring, keyringOf } from '../seal.ts';
import type { Store } from '../store.ts';
import { undoBatch } from '../undo.ts';
import { createWorkspace } from '../workspaces.ts';
import { type DataKeyring, openDataKeyring } from './data-keyring.ts';
import { installationSecret } from './installation-secret.ts';
import { isWrappedByFirst, rewrapDataKeys } from './rewrap.ts';
import { beginRotation, carriedKeys, continueRotation, removeRetiredKeys, unfinishedRotations } from './rotation.ts';

vi.setConfig({ testTimeout: 240_000 });

const master = randomBytes(32);
const by = { actor: 'command', address: null };

const words: Partial<Record<Entity, readonly Row[]>> = {
  customer: Array.from({ length: 1200 }, (_, index) => ({ id: `c${index}`, name: `客户${index}`, code: `K${index}` })),
  contact: [{ id: 'p', customer_id: 'c1', name: '王芳', phone: '13800138000', email: 'w@x.test' }],
  interaction: [{ id: 'i', customer_id: 'c1', type: 'call', on_day: '2026-11-24', note: '谈了价格' }],
  task: [{ id: 't', kind: 'churn', title: '回访', note: '急', outcome_note: '好', created_on: '2026-11-24' }],
  customer_event: [{ id: 'e', customer_id: 'c1', kind: 'owner', on_day: '2026-11-24', reason: '换人' }],
  lead: [{ id: 'l', name: '线索' }],
  pipeline: [{ id: 'pi', name: '新签' }],
  opportunity: [{ id: 'd', pipeline_id: 'pi', name: '大单' }],
  opportunity_event: [{ id: 'oe', opportunity_id: 'd', seq: 1, kind: 'created', status: 'open', note: '转介绍' }],
};

async function company(store: Store, keyring: Keyring, slug = 'acme'): Promise<string> {
  const { id: workspaceId } = await createWorkspace(store, keyring, { slug, name: slug });
  await store.transaction(async (tx) => {
    for (const [entity, rows] of Object.entries(words)) {
      await upsertRows(tx, keyring, { workspaceId, entity: entity as Entity, rows: rows ?? [] });
    }
  });
  return workspaceId;
}

async function names(store: Store, keyring: Keyring): Promise<ReadonlyMap<string, string>> {
  const rows = openedRows(keyring, 'customer', await store.query<Row>(sql`select id, name from customer`));
  return new Map(rows.map(({ id, name }) => [id, String(name)]));
}

const open = (store: Store, masters = [master]) => openDataKeyring({ store, masters: () => masters });

async function rotate(store: Store, keyring: DataKeyring, workspaceId: string) {
  return continueRotation({ store, keyring, actor: by }, await beginRotation({ store, keyring }, workspaceId));
}

describe.each(bothEngines())('keys on $name', (engine) => {
  test('each workspace has a data key of its own, another node opens it, and nobody without the master key', async () => {
    const store = await engine.open();
    const [keyring, other] = [await open(store), await open(store)];
    const [acme, beta] = [await company(store, keyring), await company(store, keyring, 'beta')];
    expect(new Set([keyring.keyId, keyring.activeId(acme), keyring.activeId(beta)]).size).toBe(3);
    await other.refresh();
    expect((await names(store, other)).get('c7')).toBe('客户7');
    const wrong = randomBytes(32);
    await expect(open(store, [wrong])).rejects.toThrow(`需要主密钥 ${keyringOf([master]).keyId}`);
    await expect(open(store, [wrong])).rejects.toThrow(`given: ${keyringOf([wrong]).keyId}. Put the former master.key`);
  });

  test('what a version without data keys sealed opens, and is sealed anew without anybody asking', async () => {
    const store = await engine.open();
    const workspaceId = await company(store, keyringOf([master]));
    const keyring = await open(store);
    expect((await names(store, keyring)).size).toBe(1200);
    expect(await unfinishedRotations(store)).toEqual([{ workspaceId, id: 'first' }]);
    for (const rotation of await unfinishedRotations(store)) {
      await continueRotation({ store, keyring, actor: by }, rotation);
    }
    expect([...(await carriedKeys(store)).keys()]).toEqual([`v2.${keyring.activeId(workspaceId)}`]);
    expect((await names(store, keyring)).get('c1199')).toBe('客户1199');
  });

  test('what is written during a rotation is kept, and in the end everything carries the new key', async () => {
    const store = await engine.open();
    const [keyring, other] = [await open(store), await open(store)];
    const workspaceId = await company(store, keyring);
    const before = keyring.activeId(workspaceId);
    const acknowledged = new Map<string, string>();
    let isOver = false;
    const writing = [keyring, other].map(async (each, writer) => {
      for (let index = 0; !isOver; index += 1) {
        await setImmediate();
        const row = { id: `c${((index * 37) % 650) * 2 + writer}`, name: `新名${writer}-${index}` };
        await store.transaction((tx) => upsertRows(tx, each, { workspaceId, entity: 'customer', rows: [row] }));
        acknowledged.set(row.id, row.name);
      }
    });
    await rotate(store, keyring, workspaceId);
    isOver = true;
    await Promise.all(writing);
    await other.refresh();
    const found = await names(store, other);
    expect(acknowledged.size).toBeGreaterThan(2);
    for (const [id, name] of acknowledged) expect(found.get(id)).toBe(name);
    expect(await removeRetiredKeys({ store, keyring, actor: by }, 0)).toEqual([before]);
    expect([...(await carriedKeys(store)).keys()]).toEqual([`v2.${keyring.activeId(workspaceId)}`]);
    expect((await verifyAudit(store, workspaceId)).broken).toBeNull();
  });

  test('a rotation that was stopped goes on where it was, and its key stays until nothing carries the old one', async () => {
    const store = await engine.open();
    const keyring = await open(store);
    const workspaceId = await company(store, keyring);
    const old = keyring.activeId(workspaceId);
    const rotation = await beginRotation({ store, keyring }, workspaceId);
    const stop = new AbortController();
    const stopped = continueRotation(
      { store, keyring, actor: by, signal: stop.signal, onProgress: () => stop.abort() },
      rotation,
    );
    await expect(stopped).rejects.toThrow('aborted');
    expect((await carriedKeys(store)).get(`v2.${old}`)).toBeGreaterThan(500);
    expect(await beginRotation({ store, keyring }, workspaceId)).toEqual(rotation);
    // As after a restart: the keys are read anew.
    const again = await open(store);
    await continueRotation({ store, keyring: again, actor: by }, rotation);
    expect((await carriedKeys(store)).has(`v2.${old}`)).toBe(false);
    expect(await removeRetiredKeys({ store, keyring: again, actor: by }, 60_000)).toEqual([]);
    expect(await removeRetiredKeys({ store, keyring: again, actor: by }, 0)).toEqual([old]);
    expect((await names(store, again)).get('c0')).toBe('客户0');
  });

  test('an import can be undone after a rotation, with the words as they were before it', async () => {
    const store = await engine.open();
    const keyring = await open(store);
    const workspaceId = await company(store, keyring);
    const rows = [
      { id: 'c1', name: '改过的' },
      { id: 'new', name: '新的' },
    ];
    await store.query(
      sql`insert into import_batch (workspace_id, id, state, files, mapping) values (${workspaceId}, 'b', 'done', '[]', '{}')`,
    );
    await store.transaction((tx) => upsertRows(tx, keyring, { workspaceId, entity: 'customer', rows, batchId: 'b' }));
    const news = async () => (await store.query<{ n: number }>(sql`select count(*)::int as n from change`))[0]?.n;
    const before = await news();
    await rotate(store, keyring, workspaceId);
    expect(await news()).toBe(before);
    await removeRetiredKeys({ store, keyring, actor: by }, 0);
    expect((await names(store, keyring)).get('c1')).toBe('改过的');
    expect(await store.transaction((tx) => undoBatch(tx, { workspaceId, batchId: 'b' }))).toEqual({
      deleted: 1,
      restored: 1,
    });
    expect((await names(store, await open(store))).get('c1')).toBe('客户1');
  });

  test('a new master key wraps the data keys and changes no value; the session secret outlives both', async () => {
    const store = await engine.open();
    const keyring = await open(store);
    const workspaceId = await company(store, keyring);
    const secret = await installationSecret(store, keyring, { name: 's' });
    const before = await store.query(sql`select name from customer order by id`);
    const fresh = randomBytes(32);
    const both = await open(store, [fresh, master]);
    expect(await isWrappedByFirst({ store, keyring: both })).toBe(false);
    expect(await rewrapDataKeys({ store, keyring: both })).toBe(2);
    expect(await store.query(sql`select name from customer order by id`)).toEqual(before);
    const alone = await open(store, [fresh]);
    expect((await names(store, alone)).get('c1')).toBe('客户1');
    await rotate(store, alone, '');
    await removeRetiredKeys({ store, keyring: alone, actor: by }, 0);
    expect(await installationSecret(store, await open(store, [fresh]), { name: 's' })).toBe(secret);
    expect(alone.activeId(workspaceId)).toBe(keyring.activeId(workspaceId));
    await expect(open(store)).rejects.toThrow(`需要主密钥 ${keyringOf([fresh]).keyId}`);
  });
});
