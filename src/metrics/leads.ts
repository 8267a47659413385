import type { Measure, Value } from '#semantic/define.ts';

function mature(label: { zh: string; en: string }, where?: string): Value {
  return {
    atom: { ways: [{ fact: 'lead_cohort', aggregate: { kind: 'count' } }], label, ...(where ? { where } : {}) },
  };
}

/** Leads and what became of them, and the contacts with customers. */
export const leadMeasures: readonly Measure[] = [
  {
    id: 'leads',
    label: { zh: '线索', en: 'Leads' },
    meaning: { zh: '期内进来的线索', en: 'Leads that came in in the period' },
    unit: 'count',
    better: 'up',
    value: {
      atom: { ways: [{ fact: 'lead', aggregate: { kind: 'count' } }], label: { zh: '线索', en: 'Leads' } },
    },
  },
  {
    id: 'valid_leads',
    label: { zh: '有效线索', en: 'Valid leads' },
    meaning: {
      zh: '期内进来、到期末已判为有效的线索',
      en: 'Leads that came in in the period and were judged valid by its end',
    },
    unit: 'count',
    better: 'up',
    value: {
      atom: {
        ways: [{ fact: 'lead', aggregate: { kind: 'count' } }],
        where: 'f.valid_on < :as_of',
        label: { zh: '有效线索', en: 'Valid leads' },
      },
    },
  },
  {
    id: 'lead_conversion_rate',
    label: { zh: '线索转化率', en: 'Lead conversion rate' },
    meaning: {
      zh: '期内进来且已满观察期（默认 90 天）的线索中，在观察期内转为商机的比例；未满的不计',
      en: 'Of the leads that came in in the period and are at least the horizon old (90 days unless set), those that became an opportunity within it; younger ones are left out',
    },
    unit: 'ratio',
    better: 'up',
    value: {
      ratio: [
        mature(
          { zh: '观察期内转化', en: 'Converted within the horizon' },
          'f.converted_on < :known and f.converted_on - f.created_on <= :cohort_days',
        ),
        mature({ zh: '满观察期的线索', en: 'Mature leads' }),
      ],
    },
  },
  {
    id: 'lead_response_minutes',
    label: { zh: '线索响应时长', en: 'Lead response time' },
    meaning: {
      zh: '期内线索从进来到首次响应的分钟数，只算工作日 9:00–18:00，取中位数；还没响应的不计',
      en: 'Median minutes from a lead’s arrival to the first response, workdays 9:00–18:00 only; unanswered leads are left out',
    },
    unit: 'minutes',
    better: 'down',
    value: {
      atom: {
        ways: [{ fact: 'lead', aggregate: { kind: 'median', of: 'f.response_minutes' } }],
        leftOut: [
          {
            id: 'no_response',
            label: { zh: '尚未响应', en: 'Not answered' },
            when: 'f.response_minutes is null or coalesce(f.responded_on >= :as_of, true)',
          },
        ],
        label: { zh: '已响应的线索', en: 'Answered leads' },
      },
    },
  },
  {
    id: 'interactions',
    label: { zh: '互动', en: 'Interactions' },
    meaning: {
      zh: '期内与客户的电话、拜访、回复等',
      en: 'Calls, visits, replies and other contacts with customers in the period',
    },
    unit: 'count',
    better: 'up',
    value: {
      atom: {
        ways: [{ fact: 'interaction', aggregate: { kind: 'count' } }],
        label: { zh: '互动', en: 'Interactions' },
      },
    },
  },
];
