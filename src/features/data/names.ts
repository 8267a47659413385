/** A name as people compare it: width, case, spaces and punctuation do not matter. */
export function normalName(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** A header as it is compared: as a name, without a unit or remark in brackets. */
export function normalHeader(text: string): string {
  const bare = text.normalize('NFKC').replace(/\([^)]*\)|\[[^\]]*\]/g, '');
  return normalName(bare) || normalName(text);
}
