/** The master key is missing, cut off, or open to others; the message says so in Chinese and English, and what to do. */
export class KeyFileError extends Error {
  override readonly name = 'KeyFileError';

  constructor(zh: string, en: string) {
    super(`${zh} · ${en}`);
  }
}
