import { useNumbers } from '#web/numbers/use-numbers.ts';
import { useText } from '#web/text/use-text.ts';
import type { StuckDeals } from './stuck-query.ts';
import { lineName } from './use-deal-words.ts';

/** What all stuck deals say together: the stage and the cause that most of the money hangs on, and how much that is. */
export function useStuckWords() {
  const { t } = useText();
  const numbers = useNumbers();
  const money = (value: string) => numbers.text(value, 'money');
  return {
    title: ({ stuck, byStage: [stage], byStageAndCause }: StuckDeals): string => {
      if (stuck.deals === 0 || !stage) return t('pipeline.stuck.title_none');
      const cause = byStageAndCause.find((each) => each.stageId === stage.stageId && each.cause !== 'unknown');
      return t(cause ? 'pipeline.stuck.title' : 'pipeline.stuck.title_plain', {
        stage: stage.stage ?? t('pipeline.stuck.no_stage'),
        count: stage.deals,
        amount: money(stage.amount),
        cause: cause ? t(`pipeline.stuck.hold.${cause.cause}`) : '',
        causeCount: cause?.deals ?? 0,
      });
    },
    subtitle: ({ stuck, open, topTen }: StuckDeals): string => {
      const whole = Number(open.amount);
      return t(stuck.deals > 10 ? 'pipeline.stuck.subtitle' : 'pipeline.stuck.subtitle_few', {
        count: stuck.deals,
        amount: money(stuck.amount),
        share: numbers.text(whole > 0 ? Number(stuck.amount) / whole : null, 'ratio').replace(/\.\d+%/, '%'),
        top: money(topTen),
      });
    },
    line: ({ stage, days, n, basis }: StuckDeals['lines'][number], answer: StuckDeals): string =>
      t(`pipeline.stuck.line_${basis}`, { stage, days: days ?? 0, n, line: lineName(answer) }),
  };
}
