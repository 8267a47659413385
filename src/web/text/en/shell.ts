import type { TextsOf } from '../texts-of.ts';
import type { shell as zh } from '../zh/shell.ts';

/** Texts of the frame around every page. */
export const shell: TextsOf<typeof zh> = {
  'shell.tagline': 'Sales performance',
  'shell.skip': 'Skip to content',
  'shell.nav': 'Pages',
  'shell.page.overview': 'Overview',
  'shell.page.revenue': 'Orders & revenue',
  'shell.page.data': 'Data',
  'shell.go_home': 'Go to the first page',
  'shell.not_found': 'There is no such page',
  'shell.not_found.why': 'The link may be mistyped, or the page has moved.',
  'shell.page_failed': 'This page could not be opened',
  'shell.page_failed.why': 'Something in the program failed; you did nothing wrong.',
  'shell.reload': 'Reload',
};
