import { createServer } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type JsonServer, jsonServer } from '#testing/json-server.ts';
import { mayReach } from './address-rules.ts';
import { createGuardedFetch } from './guarded-fetch.ts';
import { faultIn } from './provider-fault.ts';

let service: JsonServer;

beforeAll(async () => {
  service = await jsonServer();
  service.routes.set('/fine', () => ({ fine: true }));
});
afterAll(() => service.close());

async function reasonOf(address: string, allowsPrivate = true): Promise<string> {
  const fetching = createGuardedFetch({ allowsPrivate, timeoutMs: 500 });
  const error = await fetching(address).catch((caught: unknown) => caught);
  return faultIn(error)?.reason ?? String(error);
}

test('what may be reached is reached', async () => {
  const response = await createGuardedFetch({ allowsPrivate: true })(`${service.url}/fine`);
  expect(await response.json()).toEqual({ fine: true });
});

test.each([
  'http://idp.acme.test/',
  'ftp://idp.acme.test/',
  'file:///etc/passwd',
  'https://user:word@idp.acme.test/',
  'https://169.254.169.254/latest/meta-data',
  'https://[fe80::1]/',
  'https://[::ffff:169.254.169.254]/',
  'https://0.0.0.0/',
  'nonsense',
])('%s is asked nothing', async (address) => {
  expect(await reasonOf(address)).toBe('forbidden_address');
});

test('where strangers can open trials, nothing of this machine or its network is reached, by name neither', async () => {
  const { port } = new URL(service.url);
  const before = service.asked.length;
  for (const host of ['127.0.0.1', 'localhost', '[::1]']) {
    expect(await reasonOf(`http://${host}:${port}/fine`, false)).toBe('forbidden_address');
  }
  expect(await reasonOf('https://10.1.2.3/', false)).toBe('forbidden_address');
  expect(service.asked.length).toBe(before);
});

test('addresses are judged by what they are, however they are written', () => {
  const open = { allowsPrivate: false };
  expect(['8.8.8.8', '2606:4700::1111'].map((each) => mayReach(each, open))).toEqual([true, true]);
  const inside = ['10.0.0.1', '172.31.0.1', '192.168.1.1', '100.64.0.1', 'fd12::1', '::1', '::ffff:10.0.0.1'];
  expect(inside.map((each) => mayReach(each, open))).toEqual(inside.map(() => false));
  expect(inside.map((each) => mayReach(each, { allowsPrivate: true }))).toEqual(inside.map(() => true));
  const never = [
    '169.254.169.254',
    '100.100.100.200',
    'fd00:ec2::254',
    '0.0.0.0',
    '255.255.255.255',
    '::',
    '64:ff9b::a00:1',
  ];
  expect(never.map((each) => mayReach(each, { allowsPrivate: true }))).toEqual(never.map(() => false));
});

test('what is not there is unreachable, and what speaks no TLS is a fault of TLS', async () => {
  expect(await reasonOf('https://nowhere.invalid/')).toBe('unreachable');
  expect(await reasonOf(`${service.url.replace('http:', 'https:')}/fine`)).toBe('tls');
});

test('a port that nobody listens on is unreachable', async () => {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => probe.once('listening', done));
  // as: a server that listens on a port has an address with one.
  const { port } = probe.address() as { port: number };
  await new Promise((done) => probe.close(done));
  expect(await reasonOf(`http://127.0.0.1:${port}/`)).toBe('unreachable');
});
