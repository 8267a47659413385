/** 53 bits of a text, as a number above zero: equal texts are equal, different ones differ for all practical purposes. */
export function fingerprint(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0) || 1;
}

/** Two small whole numbers under each of very many texts, at 16 bytes an entry instead of the texts themselves. */
export class FingerprintMap {
  #keys = new Float64Array(1024);
  #first = new Uint32Array(1024);
  #second = new Uint32Array(1024);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The pair under a text; null when there is none. */
  get(text: string): readonly [first: number, second: number] | null {
    const slot = this.#slot(fingerprint(text));
    return this.#keys[slot] === 0 ? null : [this.#first[slot] ?? 0, this.#second[slot] ?? 0];
  }

  /** Puts a pair under a text. */
  set(text: string, first: number, second = 0): void {
    if (this.#size * 5 > this.#keys.length * 3) this.#grow();
    this.#put(fingerprint(text), first, second);
  }

  /** Adds one to the first number under a text and returns it: how often the text came so far. */
  count(text: string): number {
    const seen = (this.get(text)?.[0] ?? 0) + 1;
    this.set(text, seen);
    return seen;
  }

  #put(key: number, first: number, second: number): void {
    const slot = this.#slot(key);
    if (this.#keys[slot] === 0) this.#size += 1;
    this.#keys[slot] = key;
    this.#first[slot] = first;
    this.#second[slot] = second;
  }

  #slot(key: number): number {
    const mask = this.#keys.length - 1;
    let slot = (key % 4294967296) & mask;
    while (this.#keys[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [keys, first, second] = [this.#keys, this.#first, this.#second];
    this.#keys = new Float64Array(keys.length * 2);
    this.#first = new Uint32Array(keys.length * 2);
    this.#second = new Uint32Array(keys.length * 2);
    this.#size = 0;
    for (const [slot, key] of keys.entries()) {
      if (key !== 0) this.#put(key, first[slot] ?? 0, second[slot] ?? 0);
    }
  }
}
