import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestServer, testServer } from '#testing/test-server.ts';

let at: TestServer;
let admin: string;

beforeAll(async () => {
  at = await testServer();
  admin = await at.key({ role: 'admin' });
});
afterAll(() => at.close());

/** What an event stream says, as it comes. */
async function listening(headers: Record<string, string>, path = '/api/v1/events') {
  const stopped = new AbortController();
  const response = await fetch(`${at.url}${path}`, { headers, signal: stopped.signal });
  let heard = '';
  let isEnded = false;
  const reading = (async () => {
    for await (const chunk of response.body ?? []) heard += Buffer.from(chunk).toString();
  })()
    .catch(() => undefined)
    .then(() => {
      isEnded = true;
    });
  return {
    response,
    heard: () => heard,
    until: (text: string) => expect.poll(() => heard, { timeout: 15_000, interval: 10 }).toContain(text),
    ended: () => expect.poll(() => isEnded, { timeout: 15_000, interval: 10 }).toBe(true),
    stop: () => {
      stopped.abort();
      return reading;
    },
  };
}

const bearer = (key: string) => ({ authorization: `Bearer ${key}` });

function order(number: string) {
  return { number, orderedOn: '2026-11-24', repId: 'shen', lines: [{ amount: '100' }] };
}

test('a write of one is heard by another within a second', async () => {
  const stream = await listening(bearer(await at.key({ role: 'viewer' })));
  await stream.until('retry: 2000');
  const written = await at.call('/api/v1/orders', { key: admin, body: order('LIVE-1') });
  expect(written.status).toBe(201);
  await stream.until('event: change\ndata: {"position":');
  expect(stream.response.headers.get('content-type')).toMatch(/^text\/event-stream/);
  await stream.stop();
});

test('who comes back with an old Last-Event-ID hears at once that something changed', async () => {
  const stream = await listening({ ...bearer(admin), 'last-event-id': '1:1:' });
  await stream.until('event: change');
  await stream.stop();
});

test('who comes back having missed nothing hears nothing', async () => {
  const first = await listening({ ...bearer(admin), 'last-event-id': 'old' });
  await first.until('event: change');
  const seen = /^id: (.*)$/m.exec(first.heard())?.[1] ?? '';
  await first.stop();
  const second = await listening({ ...bearer(admin), 'last-event-id': seen });
  await second.until('retry: 2000');
  expect(second.heard()).not.toContain('change');
  await second.stop();
});

test('a stream ends when its session is signed out', async () => {
  await at.user('lin', { role: 'admin' });
  const cookie = await at.signIn('lin');
  const stream = await listening({ cookie });
  await stream.until('retry: 2000');
  await at.call('/api/v1/sign-out', { method: 'POST', cookie });
  await stream.until('event: signed_out');
  await stream.ended();
});

test('the thirty-first stream of one viewer is refused', async () => {
  const key = await at.key({ role: 'finance' });
  const streams = await Promise.all(Array.from({ length: 30 }, () => listening(bearer(key))));
  const refused = await listening(bearer(key));
  expect(refused.response.status).toBe(429);
  await Promise.all(streams.map((stream) => stream.stop()));
});

test('closing the server ends the streams at once', async () => {
  const other = await testServer();
  const key = await other.key({ role: 'viewer' });
  const response = await fetch(`${other.url}/api/v1/events`, { headers: bearer(key) });
  const start = performance.now();
  await other.close();
  await response.body?.cancel().catch(() => undefined);
  expect(performance.now() - start).toBeLessThan(3000);
});
