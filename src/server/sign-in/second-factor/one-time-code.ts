import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Instant } from '#shared/day.ts';

/** How long a code lasts, in seconds: what every authenticator app assumes. */
const stepSeconds = 30;

const digits = 6;
const secretBytes = 20;
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** A new secret of 160 bits, as base32 (RFC 4648 without padding), which is what authenticators read. */
export function newSecret32(): string {
  return base32(randomBytes(secretBytes));
}

/** What an authenticator's camera reads: issuer, account and secret (Key Uri Format). */
export function authenticatorUri({ secret, account }: Readonly<{ secret: string; account: string }>): string {
  const query = new URLSearchParams({ secret, issuer: 'Salesboard' });
  return `otpauth://totp/Salesboard:${encodeURIComponent(account)}?${query}`;
}

/** The code of a time step: HOTP of RFC 4226 over the step, as RFC 6238 says. `algorithm` and `length` only for its vectors. */
export function codeOf(
  secret: Uint8Array,
  step: number,
  { algorithm = 'sha1', length = digits }: Readonly<{ algorithm?: string; length?: number }> = {},
): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac(algorithm, secret).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 0xf;
  const number = (mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** length;
  return String(number).padStart(length, '0');
}

/** The time step that a moment lies in. */
export function stepAt(now: Instant): number {
  return Math.floor(Date.parse(now) / 1000 / stepSeconds);
}

type Shown = Readonly<{ secret: string; code: string; now: Instant }>;

/** The steps whose code that is: of this step, the one before and the one after, for clocks that differ. Empty for a wrong one. */
export function stepsOfCode({ secret, code, now }: Shown): readonly number[] {
  const key = bytesOfBase32(secret);
  const typed = Buffer.from(code.replace(/\s/g, ''));
  const around = [0, -1, 1].map((away) => stepAt(now) + away);
  return around.filter((step) => {
    const right = Buffer.from(codeOf(key, step));
    return typed.length === right.length && timingSafeEqual(typed, right);
  });
}

/** Base32 of RFC 4648 without padding. */
export function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => alphabet[Number.parseInt(group.padEnd(5, '0'), 2)]).join('');
}

/** What base32 says, without padding. */
export function bytesOfBase32(text: string): Uint8Array {
  const bits = [...text].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const bytes = bits.match(/.{8}/g) ?? [];
  return Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 2));
}
