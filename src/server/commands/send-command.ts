import { connect, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import type { z } from 'zod';
import { StartError } from '../start-error.ts';
import type { CommandReply, sentCommand } from './command-socket.ts';
import { socketPathToUse } from './socket-path.ts';

type Printed = Readonly<{ out: (text: string) => void; err: (text: string) => void; signal: AbortSignal }>;

/**
 * Has the server that holds the data folder run a command, and prints what it prints. Returns the exit code; null when no server
 * takes commands there.
 */
export async function sendCommand(
  dataDir: string,
  sent: z.output<typeof sentCommand>,
  printed: Printed,
): Promise<number | null> {
  const path = socketPathToUse(dataDir);
  const socket = path === null ? null : await connected(path);
  if (!socket) return null;
  socket.write(`${JSON.stringify(sent)}\n`);
  // The command itself says how it ended.
  printed.signal.addEventListener('abort', () => socket.write('stop\n'), { once: true });
  for await (const line of createInterface({ input: socket })) {
    const reply = JSON.parse(line) as CommandReply;
    if ('out' in reply) printed.out(reply.out);
    else if ('err' in reply) printed.err(reply.err);
    else return reply.exit;
  }
  throw new StartError('the server stopped before the command was done');
}

function connected(path: string): Promise<Socket | null> {
  return new Promise((resolve, reject) => {
    const socket = connect(path);
    socket.once('connect', () => resolve(socket));
    socket.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EACCES' || error.code === 'EPERM') {
        reject(new StartError(`the running server takes commands only from the user who started it (${path})`));
      } else resolve(null);
    });
  });
}
