import type { Answer } from '#web/api/types.ts';
import type { Asked } from '#web/api/use-asked.ts';
import { Composition } from '#web/charts/composition/composition.tsx';
import type { QuestionBase } from '#web/filters/filters.ts';
import { roundedParts } from '#web/numbers/parts.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { Panel } from '#web/panel/panel.tsx';
import { useDetail } from '#web/panel/use-detail.ts';
import { type TextKey, useText } from '#web/text/use-text.ts';
import { cellOf } from '../lead/cell.ts';
import { foldedParts } from '../titles/folded-parts.ts';
import { partsOf } from '../titles/parts.ts';

type CompositionPanelProps = Readonly<{ kinds: Asked; types: Asked; sources: Asked; base: QuestionBase }>;

type Cut = Readonly<{ dimension: string; name: TextKey; answer: Answer }>;

/** Whom revenue comes from: first or repeat orders, customer types, sources. */
export function CompositionPanel({ kinds, types, sources, base }: CompositionPanelProps) {
  const { t } = useText();
  const numbers = useNumbers();
  const cuts = (answer: Answer): readonly Cut[] => [
    { dimension: 'order_kind', name: 'revenue.composition.kind', answer },
    ...(types.state === 'answered'
      ? [{ dimension: 'customer_type', name: 'revenue.composition.type' as const, answer: types.data }]
      : []),
    ...(sources.state === 'answered'
      ? [{ dimension: 'source', name: 'revenue.composition.source' as const, answer: sources.data }]
      : []),
  ];
  return (
    <Panel
      id="composition"
      asked={kinds}
      shape="bars"
      height={260}
      title={(answer) => {
        const parts = partsOf(answer, 'order_kind', 'revenue');
        const total = parts.reduce((sum, part) => sum + (part.value ?? 0), 0);
        const repeat = parts.find((part) => part.key === 'repeat');
        if (total <= 0) return t('revenue.composition.plain');
        const isFirst = (repeat?.value ?? 0) < total / 2;
        const value = isFirst ? total - (repeat?.value ?? 0) : (repeat?.value ?? 0);
        return t(isFirst ? 'revenue.composition.first' : 'revenue.composition.repeat', {
          share: numbers.text(value / total, 'ratio'),
        });
      }}
      subtitle={t('revenue.composition.subtitle')}
    >
      {(answer) => (
        <div className="cuts">
          {cuts(answer).map((cut) => (
            <Strip key={cut.dimension} cut={cut} base={base} />
          ))}
        </div>
      )}
    </Panel>
  );
}

function Strip({ cut, base }: Readonly<{ cut: Cut; base: QuestionBase }>) {
  const { t } = useText();
  const numbers = useNumbers();
  const detail = useDetail();
  const parts = foldedParts(partsOf(cut.answer, cut.dimension, 'revenue'), 6);
  const total = parts.reduce((sum, part) => sum + (part.value ?? 0), 0);
  if (total <= 0) return null;
  const shares = roundedParts(
    parts.map((part) => (part.value ?? 0) / total),
    3,
  );
  const kindName = (key: string | null) =>
    cut.dimension === 'order_kind' && (key === 'first' || key === 'repeat') ? t(`revenue.kind.${key}`) : null;
  const nameOf = (part: (typeof parts)[number]) =>
    part.folded > 0
      ? t('revenue.composition.rest', { count: part.folded })
      : (kindName(part.key) ?? part.name ?? t('overview.none'));
  return (
    <Composition
      label={t(cut.name)}
      name={t(cut.name)}
      parts={parts.map((part, index) => ({
        id: part.folded > 0 ? 'rest' : (part.key ?? 'none'),
        name: nameOf(part),
        value: part.value ?? 0,
        text: numbers.text(part.value, 'money'),
        share: numbers.text(shares[index] ?? null, 'ratio'),
      }))}
      onPick={(id) => {
        const part = parts.find((each) => each.folded === 0 && (each.key ?? 'none') === id);
        if (part) detail.rows(cellOf(base, 'revenue', { [cut.dimension]: part.key }), nameOf(part));
      }}
    />
  );
}
