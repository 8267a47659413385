import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** What reached the mail server: the envelope's recipients and the letter as sent. */
type Received = Readonly<{ to: readonly string[]; raw: string; text: string }>;

/** A real SMTP server on a port of its own, which can refuse and drop what it is sent. */
export type TestMailServer = Readonly<{
  url: string;
  letters: readonly Received[];
  /** The next letter to that address; waits for it. */
  letterTo: (address: string) => Promise<Received>;
  /** How it takes the letters that follow. */
  behave: (manner: Manner) => void;
  close: () => Promise<void>;
}>;

type Manner = 'takes' | 'refuses' | 'drops' | 'silent';

/** Starts one. */
export async function testMailServer(): Promise<TestMailServer> {
  let manner: Manner = 'takes';
  const letters: Received[] = [];
  const unread: Received[] = [];
  const waiting: { address: string; read: (letter: Received) => void }[] = [];
  const deliver = (letter: Received) => {
    letters.push(letter);
    const index = waiting.findIndex(({ address }) => letter.to.includes(address));
    const [reader] = index < 0 ? [] : waiting.splice(index, 1);
    if (reader) reader.read(letter);
    else unread.push(letter);
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    closeTimeout: 100,
    onRcptTo: (_address, _session, done) => {
      if (manner === 'silent') return;
      if (manner === 'drops') for (const connection of server.connections) connection.close();
      else done(manner === 'refuses' ? new Error('no such person: hidden@acme.test') : null);
    },
    onData: async (stream, session, done) => {
      let raw = '';
      for await (const chunk of stream) raw += String(chunk);
      deliver({ to: session.envelope.rcptTo.map(({ address }) => address), raw, text: textOf(raw) });
      done();
    },
  });
  server.on('error', () => undefined);
  const listening = server.listen(0, '127.0.0.1');
  await new Promise((resolve) => listening.once('listening', resolve));
  return {
    url: `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`,
    letters,
    letterTo: (address) => {
      const index = unread.findIndex(({ to }) => to.includes(address));
      const [letter] = index < 0 ? [] : unread.splice(index, 1);
      if (letter) return Promise.resolve(letter);
      return new Promise((read) => waiting.push({ address, read }));
    },
    behave: (next) => {
      manner = next;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The body of a letter, decoded as its head says. */
function textOf(raw: string): string {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  if (/^content-transfer-encoding: base64/im.test(head)) return Buffer.from(body, 'base64').toString('utf8');
  if (!/^content-transfer-encoding: quoted-printable/im.test(head)) return body;
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
