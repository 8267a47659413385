import type { TextsOf } from '../texts-of.ts';
import type { pipeline as zh } from '../zh/pipeline.ts';

/** Texts of the pipeline: its sentence and figures, stages, dwell, cohort funnel. */
export const pipeline: TextsOf<typeof zh> = {
  'pipeline.lead.basis': 'A snapshot is a distribution, not a conversion; credited to the owner at the event',
  'pipeline.lead.open': '<b>{{count}} open deals worth {{amount}}</b>, <b>{{weighted}}</b> weighted by stage.',
  'pipeline.lead.open_one': '<b>{{count}} open deal worth {{amount}}</b>, <b>{{weighted}}</b> weighted by stage.',
  'pipeline.fact.weighted': 'Weighted amount',
  'pipeline.fact.cycle': 'Sales cycle',
  'pipeline.dwell.name': 'Stages and dwell',
  'pipeline.dwell.slowed':
    '{{stage}} takes {{median}} at the median, {{more}} more than last year: slowed most of all stages',
  'pipeline.dwell.longest': 'Deals stay longest in {{stage}}: {{median}} at the median',
  'pipeline.dwell.subtitle':
    'Open deals by stage and length of stay, Kaplan–Meier with open stays censored; stays begun in the last 12 months',
  'pipeline.dwell.subtitle_long':
    'Open deals by stage and length of stay, Kaplan–Meier with open stays censored; stays begun in the period',
  'pipeline.dwell.empty': 'No open deals, and no record of stays in a stage',
  'pipeline.dwell.unit': 'Unit of length',
  'pipeline.dwell.unit_calendar': 'Calendar days',
  'pipeline.dwell.unit_workdays': 'Workdays',
  'pipeline.dwell.unit_short_calendar': ' days',
  'pipeline.dwell.unit_short_workdays': ' workdays',
  'pipeline.dwell.length_calendar': '{{length}} days',
  'pipeline.dwell.length_calendar_one': '{{length}} day',
  'pipeline.dwell.length_workdays': '{{length}} workdays',
  'pipeline.dwell.length_workdays_one': '{{length}} workday',
  'pipeline.dwell.joint': ', ',
  'pipeline.dwell.size': 'Deal amount',
  'pipeline.dwell.size_all': 'All amounts',
  'pipeline.dwell.pipeline': 'Pipeline',
  'pipeline.dwell.pipeline_all': 'All pipelines',
  'pipeline.dwell.track': 'Length of stay',
  'pipeline.dwell.age': 'Age now',
  'pipeline.dwell.age_title': 'Median time that the deals there now have been in the stage',
  'pipeline.dwell.age_p25': 'Age P25',
  'pipeline.dwell.age_p75': 'Age P75',
  'pipeline.dwell.n': 'Left / open',
  'pipeline.dwell.open_deals': 'Open deals',
  'pipeline.dwell.median': 'Median',
  'pipeline.dwell.to_p75': 'to P75',
  'pipeline.dwell.to_p90': 'to P90',
  'pipeline.dwell.interval': '95% interval of the median',
  'pipeline.dwell.low': 'Median from',
  'pipeline.dwell.high': 'Median to',
  'pipeline.dwell.n_open': 'Still open',
  'pipeline.dwell.base': 'Median last year',
  'pipeline.dwell.base_n': 'n last year',
  'pipeline.dwell.line': 'Stuck line',
  'pipeline.dwell.line_legend': 'Stuck line = P80 of won deals',
  'pipeline.dwell.without_history': 'Deals without stage history, whose stays cannot be known: {{count}} of {{of}}',
  'pipeline.dwell.method_stays':
    '{{n}} stays begun from {{from}} to {{to}}, {{open}} of them still going on. One row per stay; the stage at creation counts; a step back begins another stay.',
  'pipeline.dwell.method_curve':
    'Length by Kaplan–Meier: stays that go on are censored, neither taken as over nor dropped. Interval by Greenwood’s variance on the log-log scale; a quantile that the stays do not reach is shown as —.',
  'pipeline.dwell.method_base':
    'Last year: stays begun from {{from}} to {{to}}, as they were known a year ago today, so equally mature.',
  'pipeline.dwell.method_calendar': 'Calendar days: day of leaving less day of entry.',
  'pipeline.dwell.method_workdays':
    'Workdays by the company’s calendar, make-up workdays included, holidays not. The stuck line is in calendar days and not drawn here.',
  'pipeline.dwell.method_standing':
    'Counts and amounts are of deals open at the end of the period, or now, and equal the figure of open deals; a distribution, not a conversion. “Age now” is how long they have been there.',
  'pipeline.dwell.method_line':
    'Stuck line: P80 of the stays of deals won in the last 12 months in that stage (20 or more, else of the whole pipeline, else the days set); one line for the whole company.',
};
