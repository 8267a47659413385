/** How this installation meets people it does not know yet. */
export type Installation = Readonly<{
  /** Days a trial lasts; 0: nobody can sign up by themselves. */
  trialDays: number;
  /** Nobody but this machine reaches it: it listens on loopback and no proxy stands in front. */
  isPrivate: boolean;
  /** Who is told of requests for a demo; null: they are only listed. */
  operatorEmail: string | null;
}>;

/** An installation that lets nobody in by themselves. */
export const closedInstallation: Installation = { trialDays: 0, isPrivate: false, operatorEmail: null };
