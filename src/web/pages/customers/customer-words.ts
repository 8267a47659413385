/** High, middle, low value. */
export type Tier = 'a' | 'b' | 'c';

/** What to do with a customer, in one word. */
export type Segment =
  | 'champions'
  | 'loyal'
  | 'potential'
  | 'new'
  | 'at_risk'
  | 'hibernating'
  | 'lost'
  | 'silent'
  | 'unscored';

/** High value or not, active or not. */
export type Quadrant = 'core' | 'going_quiet' | 'rising' | 'sleeping';

/** Which customers the list shows; nothing chosen is all. */
export type ListChoice = Readonly<{
  tier?: Tier;
  segment?: Segment;
  quadrant?: Quadrant;
  cell?: Readonly<{ recency: number; value: number }>;
  owner?: string;
  pool?: boolean;
}>;
