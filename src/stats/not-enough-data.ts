/** The answer when a statistic would rest on too little: how many observations it needs and how many there are. */
export type NotEnoughData = Readonly<{ kind: 'not_enough_data'; need: number; have: number }>;

/** "Not enough data" as a result, so that a page can say what is missing instead of showing a number. */
export function notEnoughData(need: number, have: number): NotEnoughData {
  return { kind: 'not_enough_data', need, have };
}
