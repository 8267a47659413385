import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { keyringOf, loadKeyring, throwawayKeyring } from './seal.ts';

const place = { workspaceId: 'w', entity: 'customer', column: 'name', rowId: 'c1' };
const folders: string[] = [];

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'salesboard-key-'));
  folders.push(made);
  return made;
}

afterAll(() => {
  for (const each of folders) rmSync(each, { recursive: true });
});

test('what is sealed opens again and shows nothing', () => {
  const keyring = throwawayKeyring();
  const sealed = keyring.seal('华为技术有限公司 😀', place);
  expect(sealed).toMatch(/^v1\.[\w-]+\.[\w-]+\.[\w-]+$/);
  expect(sealed.split('.')[1]).toBe(keyring.keyId);
  expect(keyring.open(sealed)).toBe('华为技术有限公司 😀');
  expect(keyring.open(keyring.seal('', place))).toBe('');
});

test('the same text in the same place is sealed the same, elsewhere differently', () => {
  const keyring = throwawayKeyring();
  expect(keyring.seal('甲', place)).toBe(keyring.seal('甲', place));
  const others = [
    keyring.seal('乙', place),
    keyring.seal('甲', { ...place, rowId: 'c2' }),
    keyring.seal('甲', { ...place, column: 'code' }),
    keyring.seal('甲', { ...place, entity: 'lead' }),
    keyring.seal('甲', { ...place, workspaceId: 'v' }),
  ];
  expect(new Set([...others, keyring.seal('甲', place)]).size).toBe(6);
});

test('without its key, or changed, a value does not open', () => {
  const keyring = throwawayKeyring();
  const sealed = keyring.seal('甲公司', place);
  expect(() => throwawayKeyring().open(sealed)).toThrow(
    `sealed with master key ${keyring.keyId}, which is not among the keys`,
  );
  const body = sealed.split('.')[3] ?? '';
  const changed = sealed.replace(body, `${body[0] === 'A' ? 'B' : 'A'}${body.slice(1)}`);
  expect(() => keyring.open(changed)).toThrow('changed outside Salesboard');
  expect(() => keyring.open('甲公司')).toThrow('not a sealed value');
});

test('after rotation the new key seals and the old one still opens', () => {
  const [old, fresh] = [randomBytes(32), randomBytes(32)];
  const sealed = keyringOf([old]).seal('甲公司', place);
  const rotated = keyringOf([fresh, old]);
  expect(rotated.open(sealed)).toBe('甲公司');
  expect(rotated.seal('甲公司', place).split('.')[1]).toBe(keyringOf([fresh]).keyId);
});

test('a key file is made once, for the owner only, and read from then on', () => {
  const dataDir = folder();
  const made = loadKeyring({ dataDir });
  expect(statSync(join(dataDir, 'master.key')).mode & 0o777).toBe(0o600);
  expect(loadKeyring({ dataDir }).open(made.seal('甲', place))).toBe('甲');
});

test('a new first line in the key file rotates the key', () => {
  const dataDir = folder();
  const sealed = loadKeyring({ dataDir }).seal('甲', place);
  const file = join(dataDir, 'master.key');
  writeFileSync(file, `${randomBytes(32).toString('base64')}\n${readFileSync(file, 'utf8')}`);
  const rotated = loadKeyring({ dataDir });
  expect(rotated.open(sealed)).toBe('甲');
  expect(rotated.seal('甲', place)).not.toBe(sealed);
});

test('an empty key file is an error, never a new key', () => {
  const dataDir = folder();
  writeFileSync(join(dataDir, 'master.key'), '# lost\n');
  chmodSync(join(dataDir, 'master.key'), 0o600);
  expect(() => loadKeyring({ dataDir })).toThrow('holds no key');
});

test('the environment gives a key in base64, in hex or as a passphrase, and old ones beside it', () => {
  const key = randomBytes(32);
  const hex = loadKeyring({ environmentKey: key.toString('hex') });
  const sealed = hex.seal('甲', place);
  expect(loadKeyring({ environmentKey: key.toString('base64') }).open(sealed)).toBe('甲');
  const environmentKey = 'correct horse battery staple';
  const passphrase = loadKeyring({ environmentKey, environmentOldKeys: key.toString('base64url') });
  expect(passphrase.open(sealed)).toBe('甲');
  expect(loadKeyring({ environmentKey }).open(passphrase.seal('乙', place))).toBe('乙');
  expect(() => loadKeyring({ environmentKey: 'short' })).toThrow('too short');
});
