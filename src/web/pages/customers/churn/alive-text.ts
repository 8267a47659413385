/** P(alive) rounded to what can be believed: the ends are said as such; a dash without a model. */
export function aliveText(alive: number | null): string {
  if (alive === null) return '—';
  return alive < 0.01 ? '<1%' : alive > 0.99 ? '>99%' : `${Math.round(alive * 100)}%`;
}
