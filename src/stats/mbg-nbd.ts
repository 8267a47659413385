import { betaGeometric } from './beta-geometric.ts';

/**
 * MBG/NBD of Batislam, Denizel & Filiztekin 2007 (IJRM 24) and Hoppe & Wagner 2007: as BG/NBD, but a customer may leave
 * after the *first* purchase too, so that silence of a one-time buyer counts.
 */
export const mbgNbd = betaGeometric((repeats) => repeats + 1);
