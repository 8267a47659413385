/** An encoding as people write it: `UTF-8`, `GB18030`. */
export function encodingName(encoding: string): string {
  return encoding.toUpperCase().replace('WINDOWS', 'Windows').replace('SHIFT_JIS', 'Shift_JIS').replace('BIG5', 'Big5');
}
