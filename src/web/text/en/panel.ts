import type { TextsOf } from '../texts-of.ts';
import type { panel as zh } from '../zh/panel.ts';

/** Texts of panels: tools, states, definition card, the rows behind a number. */
export const panel: TextsOf<typeof zh> = {
  'panel.change.up': 'up',
  'panel.change.down': 'down',
  'panel.passport': 'Definition',
  'panel.table': 'Show as table',
  'panel.chart': 'Show as chart',
  'panel.download': 'Download',
  'panel.loading': 'Working it out',
  'panel.waited': '{{seconds}} s so far',
  'panel.cancel': 'Cancel',
  'panel.retry': 'Try again',
  'panel.failed': 'Could not be worked out: {{why}}',
  'panel.code': 'Code {{code}}',
  'panel.stuck': 'Figures stopped at {{when}}',
  'panel.empty': 'Nothing in this range',
  'panel.total': 'Total',
};
