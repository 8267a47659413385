import { useNumbers } from '#web/numbers/use-numbers.ts';
import { useText } from '#web/text/use-text.ts';
import type { StuckDeal, StuckDeals, StuckRule } from './stuck-query.ts';

/** The share of won stays that the line leaves below it: `P80`. */
export function lineName({ rules }: Pick<StuckDeals, 'rules'>): string {
  return `P${Math.round(rules.share * 100)}`;
}

/** What one stuck deal says in words: which rules fired, what may be the cause and why, what to do next. */
export function useDealWords() {
  const { t } = useText();
  return {
    evidence: useEvidence(),
    rule: (deal: StuckDeal, fired: StuckRule, answer: StuckDeals): string => {
      if (fired === 'silent') return t('pipeline.stuck.tag_silent', { count: deal.quietWorkdays ?? 0 });
      if (fired === 'overdue') return t('pipeline.stuck.tag_overdue', { count: deal.overdueDays ?? 0 });
      if (fired === 'pushed') return t('pipeline.stuck.tag_pushed', { count: deal.pushes });
      const basis = answer.lines.find(({ stageId }) => stageId === deal.stageId)?.basis;
      return t(basis === 'configured' ? 'pipeline.stuck.tag_limit' : 'pipeline.stuck.tag_over', {
        line: lineName(answer),
      });
    },
    cause: ({ cause, basis, evidence: { competitor } }: StuckDeal): string => {
      if (basis === 'recorded' && competitor) return competitor;
      if (cause === 'unknown') return t('pipeline.stuck.hold.unknown');
      return t('pipeline.stuck.suspected', { cause: t(`pipeline.stuck.hold.${cause}`) });
    },
    next: ({ cause, rules }: StuckDeal): string => {
      if (cause !== 'unknown' && cause !== 'other') return t(`pipeline.stuck.next_${cause}`);
      return t(`pipeline.stuck.next_${rules.find((each) => each !== 'over_stay') ?? 'over_stay'}`);
    },
  };
}

/** What the cause rests on. */
function useEvidence() {
  const { t } = useText();
  const numbers = useNumbers();
  const rate = (value: number | null) => numbers.text(value, 'ratio').replace(/\.\d+%/, '%');
  const none = () => t('pipeline.stuck.evidence_none');
  const words: Readonly<Record<StuckDeal['basis'], (deal: StuckDeal) => string>> = {
    cuts: ({ evidence: { cuts, cutShare, competitor } }) =>
      t(competitor ? 'pipeline.stuck.evidence_price_rival' : 'pipeline.stuck.evidence_price', {
        count: cuts,
        share: rate(cutShare),
        rival: competitor ?? '',
      }),
    recorded: ({ evidence }) => t('pipeline.stuck.evidence_rival', { rival: evidence.competitor ?? '' }),
    silence: ({ quietWorkdays }) => t('pipeline.stuck.evidence_silence', { count: quietWorkdays ?? 0 }),
    similar: ({ stage, evidence: { similar } }) =>
      similar
        ? t('pipeline.stuck.evidence_similar', {
            stage: stage ?? '',
            of: similar.of,
            reason: similar.reason,
            share: rate(similar.hits / similar.of),
          })
        : none(),
    none,
  };
  return (deal: StuckDeal) => words[deal.basis](deal);
}
