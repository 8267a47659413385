/** About how wide a text of 12 px is: a 汉字 is square, other letters a little over half. */
export function textWidth(text: string): number {
  return [...text].reduce((sum, letter) => sum + ((letter.codePointAt(0) ?? 0) > 0x2e80 ? 12.4 : 7), 0);
}
