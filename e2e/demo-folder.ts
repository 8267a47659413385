import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer, stop } from './app.ts';

/** Makes the demo once, before all tests in a browser; each of them starts on a copy. */
export async function setup(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'salesboard-demo-'));
  const { server } = await startServer(folder, { demo: true });
  await stop(server);
  process.env.SALESBOARD_DEMO_FOLDER = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
