/** An amount as it is typed: without the zeros at its end; empty when unknown. */
export function plainAmount(amount: string | null): string {
  return amount === null ? '' : amount.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
}
