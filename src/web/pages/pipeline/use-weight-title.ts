import { useNumbers } from '#web/numbers/use-numbers.ts';
import { useText } from '#web/text/use-text.ts';
import type { StageWeight, StageWeights } from './outlook-queries.ts';

/** Totals closer than this say the same. */
const same = 0.03;

/** What history makes of the pipeline against its settings, and the stage that is furthest off. */
export function useWeightTitle(): (answer: StageWeights) => string {
  const { t } = useText();
  const numbers = useNumbers();
  return ({ stages, total }) => {
    const [configured, learnt] = [Number(total.configured), Number(total.learnt)];
    const values = {
      learnt: numbers.text(learnt, 'money'),
      configured: numbers.text(configured, 'money'),
      share: numbers.text(configured === 0 ? null : Math.abs(learnt - configured) / configured, 'ratio'),
    };
    if (configured === 0) return t('pipeline.weights.plain', values);
    const off = furthest(stages);
    const said = t(`pipeline.weights.${toneOf(learnt, configured)}`, values);
    if (!off) return said;
    const [set, found] = [numbers.text(off.configured, 'ratio'), numbers.text(off.learnt, 'ratio')];
    return said + t('pipeline.weights.off', { stage: off.stage.name, set: set.replace(/\.0%/, '%'), found });
  };
}

function toneOf(learnt: number, configured: number): 'same' | 'more' | 'less' {
  if (Math.abs(learnt - configured) <= configured * same) return 'same';
  return learnt > configured ? 'more' : 'less';
}

/** The stage with 20 mature deals whose setting lies outside of what history allows, by most money. */
function furthest(stages: readonly StageWeight[]): StageWeight | null {
  const outside = stages.filter(
    ({ n, configured, interval }) =>
      n >= 20 && configured !== null && interval !== null && (configured < interval.low || configured > interval.high),
  );
  const gap = ({ weighted }: StageWeight) => Math.abs(Number(weighted.learnt ?? 0) - Number(weighted.configured ?? 0));
  return outside.toSorted((left, right) => gap(right) - gap(left))[0] ?? null;
}
