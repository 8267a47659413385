import { createMailer, type Mailer } from '#connectors/mail/mailer.ts';
import type { Config } from './config.ts';

/** The mailer that the configuration asks for; only a development server writes letters to its log instead. */
export function configuredMailer({ SMTP_URL, MAIL_FROM, NODE_ENV, PUBLIC_URL }: Config): Mailer {
  const isDevelopment = NODE_ENV !== 'production' && PUBLIC_URL === null;
  const log = isDevelopment ? (text: string) => void process.stderr.write(text) : null;
  return createMailer({ smtpUrl: SMTP_URL, from: MAIL_FROM, log });
}

/** What links in letters begin with. */
export function publicAddress({ PUBLIC_URL, HOST, PORT }: Config): string {
  if (PUBLIC_URL !== null) return PUBLIC_URL.replace(/\/+$/, '');
  const isAny = HOST === '0.0.0.0' || HOST === '::';
  const host = HOST.includes(':') && !isAny ? `[${HOST}]` : HOST;
  return `http://${isAny ? 'localhost' : host}:${PORT}`;
}
