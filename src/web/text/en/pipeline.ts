import type { TextsOf } from '../texts-of.ts';
import type { pipeline as zh } from '../zh/pipeline.ts';

/** Texts of the pipeline: its sentence and figures, stages, dwell, cohort funnel. */
export const pipeline: TextsOf<typeof zh> = {
  'pipeline.lead.basis': 'A snapshot is a distribution, not a conversion; credited to the owner at the event',
  'pipeline.lead.open': '<b>{{count}} open deals worth {{amount}}</b>, <b>{{weighted}}</b> weighted by stage.',
  'pipeline.lead.open_one': '<b>{{count}} open deal worth {{amount}}</b>, <b>{{weighted}}</b> weighted by stage.',
  'pipeline.fact.weighted': 'Weighted amount',
  'pipeline.fact.cycle': 'Sales cycle',
};
