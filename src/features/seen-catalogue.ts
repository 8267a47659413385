import { catalogue } from '#metrics/catalogue.ts';
import type { Catalogue } from '#semantic/define.ts';
import { openCatalogue } from '#semantic/open-catalogue.ts';
import type { Viewer } from './viewer.ts';

/** What may be asked by somebody with these permissions. */
export function seenCatalogue({ permissions }: Pick<Viewer, 'permissions'>): Catalogue {
  return openCatalogue(catalogue, permissions);
}
