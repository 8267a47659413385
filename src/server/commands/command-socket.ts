import { chmodSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { createInterface, type Interface } from 'node:readline';
import { z } from 'zod';
import type { CommandContext } from './command.ts';
import { socketPathToOpen } from './socket-path.ts';

/** What a command line sends to the running server, as one line of JSON. */
export const sentCommand = z.object({
  argv: z.array(z.string()),
  cwd: z.string(),
  locale: z.enum(['zh', 'en']),
  input: z.string(),
});

/** What comes back, one line of JSON each; `exit` is the last. */
export type CommandReply = Readonly<{ out: string }> | Readonly<{ err: string }> | Readonly<{ exit: number }>;

type Run = (
  sent: Pick<CommandContext, 'cwd' | 'locale' | 'input' | 'out' | 'err' | 'signal'>,
  argv: readonly string[],
) => Promise<number>;

/**
 * Takes commands for the data folder that this process holds, because a second process cannot open it. Only the user who started
 * the server may connect. A caller that hangs up cancels its command.
 */
export async function openCommandSocket(dataDir: string, run: Run): Promise<{ close(): Promise<void> }> {
  const path = socketPathToOpen(dataDir);
  const isFile = process.platform !== 'win32';
  // The data folder is locked by this process, so a socket that is still there was left by a killed one.
  if (isFile) rmSync(path, { force: true });
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    void answer(socket, run);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(path, resolve);
    // The socket is bound by now; nobody was let in before its mode is set.
    if (isFile) chmodSync(path, 0o600);
  });
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}

async function answer(socket: Socket, run: Run): Promise<void> {
  const stopped = new AbortController();
  const stop = () => stopped.abort();
  socket.on('error', stop).on('close', stop);
  const lines = createInterface({ input: socket });
  const sent = sentCommand.safeParse(parsedLine(await firstLine(lines)));
  if (!sent.success) return void socket.destroy();
  // Whatever the caller says after its command means that it should stop.
  lines.on('line', stop);
  const { argv, ...context } = sent.data;
  const reply = (line: CommandReply) => socket.writable && socket.write(`${JSON.stringify(line)}\n`);
  const exit = await run(
    { ...context, out: (out) => reply({ out }), err: (err) => reply({ err }), signal: stopped.signal },
    argv,
  );
  reply({ exit });
  socket.end();
}

/** The first line that comes; null when the caller hangs up before it is complete. */
function firstLine(lines: Interface): Promise<string | null> {
  return new Promise((resolve) => {
    lines.once('line', resolve).once('close', () => resolve(null));
  });
}

function parsedLine(line: string | null): unknown {
  try {
    return line === null ? null : JSON.parse(line);
  } catch {
    return null;
  }
}
