import { betaGeometric } from './beta-geometric.ts';

/**
 * BG/NBD of Fader, Hardie & Lee 2005 ("Counting your customers" the easy way, Marketing Science 24): a customer may leave
 * after each *repeat* purchase.
 * TRAP: so one who bought once has had no chance to leave and is alive for ever; to warn of churn use `mbgNbd`.
 */
export const bgNbd = betaGeometric((repeats) => repeats);
