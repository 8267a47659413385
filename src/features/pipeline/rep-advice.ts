import { wilson95 } from '#stats/wilson.ts';

/** What to do for a rep far below the team: give leads, train, help to sell larger, or wait and see. */
export const adviceActions = ['leads', 'training', 'marketing', 'observe'] as const;

/** The figure that speaks for it. */
export const adviceReasons = ['new_hire', 'few_created', 'few_leads', 'low_win_rate', 'small_deals', 'none'] as const;

export type Advice = Readonly<{ action: (typeof adviceActions)[number]; because: (typeof adviceReasons)[number] }>;

/** A rep's figures that advice is drawn from; `leads` null: the filters cannot be asked of leads. */
export type RepFigures = Readonly<{
  daysInService: number | null;
  /** New deals and leads of the last 90 days. */
  created: number;
  leads: number | null;
  /** Outcomes of the last 365 days. */
  won: number;
  lost: number;
  isBelowDeals: boolean;
}>;

/** The same of the team: medians over its reps, and Σ/Σ. */
export type TeamFigures = Readonly<{ created: number | null; leads: number | null; winRate: number | null }>;

/** Someone newer than this is still learning. */
const newHireDays = 90;
/** Fewer outcomes say nothing about a win rate. */
const fewestDecided = 20;

/**
 * What to do for a rep who is far below the team, most telling first; never empty. A win rate is low when even the upper end of its
 * Wilson interval is below the team's, and it rests on 20 outcomes.
 */
export function adviceFor(rep: RepFigures, team: TeamFigures, threshold: number): readonly Advice[] {
  if (rep.daysInService !== null && rep.daysInService < newHireDays)
    return [{ action: 'training', because: 'new_hire' }];
  const isFew = (own: number | null, usual: number | null) => own !== null && usual !== null && own < threshold * usual;
  const advice: Advice[] = [];
  if (isFew(rep.created, team.created)) advice.push({ action: 'leads', because: 'few_created' });
  else if (isFew(rep.leads, team.leads)) advice.push({ action: 'leads', because: 'few_leads' });
  if (isLowWinRate(rep, team)) advice.push({ action: 'training', because: 'low_win_rate' });
  if (advice.length === 0 && !rep.isBelowDeals) advice.push({ action: 'marketing', because: 'small_deals' });
  return advice.length > 0 ? advice : [{ action: 'observe', because: 'none' }];
}

function isLowWinRate({ won, lost }: RepFigures, { winRate }: TeamFigures): boolean {
  const decided = won + lost;
  const interval = wilson95(won, decided);
  return decided >= fewestDecided && winRate !== null && interval !== null && interval.high < winRate;
}
