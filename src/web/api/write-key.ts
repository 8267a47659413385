/** A key for one write, so that it is written once however often it is sent. Works without https too. */
export function writeKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
