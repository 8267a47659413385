import { createTransport } from 'nodemailer';

/** A letter to one address, in plain text. */
export type Mail = Readonly<{ to: string; subject: string; text: string }>;

/** Sends letters. */
export type Mailer = Readonly<{
  /** Whether letters leave the house: a mail server is configured. */
  isConfigured: boolean;
  /** Resolves when the mail server has taken the letter. Throws `MailError`. */
  send(mail: Mail): Promise<void>;
}>;

/** A letter was not taken; the message says why and names no recipient. */
export class MailError extends Error {
  override readonly name = 'MailError';
}

type Options = Readonly<{
  /** `smtp://user:password@host:587` or `smtps://…`; null: there is no mail server. */
  smtpUrl: string | null;
  /** The sender, `Salesboard <sales@example.com>`; null: made from the mail server's name. */
  from: string | null;
  /** Where a development server without a mail server writes its letters; null: they are refused. */
  log: ((letter: string) => void) | null;
  /** How long the mail server may be silent. */
  patienceMs?: number;
}>;

const usualPatienceMs = 15_000;

/** A mailer over SMTP, or over the log of a development server. */
export function createMailer({ smtpUrl, from, log, patienceMs = usualPatienceMs }: Options): Mailer {
  if (smtpUrl === null) return { isConfigured: false, send: async (mail) => written(mail, log) };
  const url = new URL(smtpUrl);
  const transport = createTransport({
    url: smtpUrl,
    requireTLS: mustBePrivate(url),
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const sender = from ?? `Salesboard <no-reply@${url.hostname}>`;
  return {
    isConfigured: true,
    send: async ({ to, subject, text }) => {
      // An object is never parsed as a list: one letter goes to one address.
      const message = { from: sender, to: { name: '', address: to }, subject, text };
      await transport.sendMail(message).catch((error) => {
        throw new MailError(reasonOf(error));
      });
    },
  };
}

/** A password travels over TLS only, unless the server is this machine or the address says `?requireTLS=false`. */
function mustBePrivate({ username, hostname, searchParams }: URL): boolean {
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return username !== '' && !isHere && searchParams.get('requireTLS') !== 'false';
}

function written({ to, subject, text }: Mail, log: Options['log']): void {
  if (!log) throw new MailError('no mail server is configured (SMTP_URL)');
  log(`\n── ${to} · ${subject}\n${text}\n──\n`);
}

/** TRAP: nodemailer's own message quotes the server's answer, which may quote the recipient or a password. */
function reasonOf(error: unknown): string {
  const { code, responseCode, command } = error as { code?: string; responseCode?: number; command?: string };
  const parts = [code ?? 'unknown', responseCode, command].filter((part) => part !== undefined);
  return `the mail server did not take the letter (${parts.join(' ')})`;
}
