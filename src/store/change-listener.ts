import pg from 'pg';

type Listener = (workspaceId: string) => void;

const pauseMs = 1_000;

/** Listens on a connection of its own. Whenever it (re)connects it wakes every workspace, as some may have changed before. */
export function changeListener(url: string): { add(listener: Listener): () => void; close(): Promise<void> } {
  const listeners = new Set<Listener>();
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | null = null;
  let isClosed = false;

  const tell = (workspaceId: string) => {
    for (const listener of listeners) listener(workspaceId);
  };
  const again = (lost: pg.Client) => {
    if (client !== lost || isClosed) return;
    client = null;
    timer = setTimeout(() => void connect(), pauseMs).unref();
  };
  const connect = async (): Promise<void> => {
    timer = null;
    const fresh = new pg.Client({ connectionString: url, application_name: 'salesboard feed', keepAlive: true });
    client = fresh;
    fresh.on('error', () => undefined);
    fresh.once('end', () => again(fresh));
    fresh.on('notification', (message) => tell(message.payload ?? ''));
    try {
      await fresh.connect();
      await fresh.query('listen salesboard_change');
      await wakeAll(fresh, tell);
    } catch {
      await fresh.end().catch(() => undefined);
      again(fresh);
    }
  };
  return {
    add(listener: Listener): () => void {
      listeners.add(listener);
      if (!client && !timer) void connect();
      return () => listeners.delete(listener);
    },
    async close(): Promise<void> {
      isClosed = true;
      if (timer) clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}

async function wakeAll(client: pg.Client, tell: Listener): Promise<void> {
  const { rows } = await client.query<{ id: string }>('select id from workspace');
  for (const { id } of rows) tell(id);
  // Keys too may have changed; see the trigger `note_keys`.
  tell('');
}
