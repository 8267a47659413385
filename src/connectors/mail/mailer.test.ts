import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestMailServer, testMailServer } from '#testing/test-mail-server.ts';
import { letter } from './letter.ts';
import { createMailer } from './mailer.ts';

let post: TestMailServer;

beforeAll(async () => {
  post = await testMailServer();
});
beforeEach(() => post.behave('takes'));
afterAll(() => post.close());

const mail = (to: string) =>
  letter(to, { subject: { zh: '重设密码', en: 'Reset' }, text: { zh: '你好，点这里。', en: 'Hello, this way.' } });
const mailer = (patienceMs = 2000) =>
  createMailer({ smtpUrl: post.url, from: 'Salesboard <sales@acme.test>', log: null, patienceMs });

test('a letter arrives in both languages, from who is configured', async () => {
  await mailer().send(mail('shen@acme.test'));
  const { raw, text } = await post.letterTo('shen@acme.test');
  expect(text.trim()).toBe('你好，点这里。\r\n\r\n———\r\n\r\nHello, this way.');
  expect(raw).toContain('From: Salesboard <sales@acme.test>');
});

test('an address that looks like a list or carries a line break reaches nobody else', async () => {
  const before = post.letters.length;
  await mailer()
    .send(mail('a@acme.test, b@acme.test'))
    .catch(() => undefined);
  await mailer()
    .send(mail('c@acme.test\r\nBcc: d@acme.test'))
    .catch(() => undefined);
  const reached = post.letters.slice(before).flatMap(({ to }) => to);
  expect(reached).not.toContain('b@acme.test');
  expect(reached).not.toContain('d@acme.test');
});

test('a refusal is told without the words of the server, which may name people', async () => {
  post.behave('refuses');
  await expect(mailer().send(mail('shen@acme.test'))).rejects.toThrow(/^the mail server did not take .*\(EENVELOPE/);
  await expect(mailer().send(mail('shen@acme.test'))).rejects.not.toThrow(/hidden|shen/);
});

test('a connection that is dropped, a silent server and nobody there are errors too', async () => {
  post.behave('drops');
  await expect(mailer().send(mail('shen@acme.test'))).rejects.toThrow('did not take the letter');
  post.behave('silent');
  await expect(mailer(200).send(mail('shen@acme.test'))).rejects.toThrow('(ETIMEDOUT');
  const nobody = createMailer({ smtpUrl: 'smtp://127.0.0.1:1', from: null, log: null });
  await expect(nobody.send(mail('shen@acme.test'))).rejects.toThrow('did not take the letter');
});

test('a password does not travel to a server that offers no TLS', async () => {
  const url = post.url.replace('smtp://127.0.0.1', 'smtp://me:secret@0.0.0.0');
  const far = createMailer({ smtpUrl: url, from: null, log: null, patienceMs: 500 });
  await expect(far.send(mail('shen@acme.test'))).rejects.toThrow('(ETLS');
});

test('without a mail server a development server writes its letters, and any other refuses', async () => {
  const lines: string[] = [];
  const writing = createMailer({ smtpUrl: null, from: null, log: (text) => lines.push(text) });
  await writing.send(mail('shen@acme.test'));
  expect(writing.isConfigured).toBe(false);
  expect(lines.join('')).toContain('shen@acme.test');
  await expect(createMailer({ smtpUrl: null, from: null, log: null }).send(mail('a@b.c'))).rejects.toThrow('SMTP_URL');
});
