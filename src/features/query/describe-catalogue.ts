import type { z } from 'zod';
import { catalogue } from '#metrics/catalogue.ts';
import { atomsOf, legalDimensions, type Value } from '#semantic/define.ts';
import { grainLabels } from '#semantic/grain-labels.ts';
import { grains } from '#semantic/question.ts';
import type { catalogueAnswer } from './answer-schema.ts';

/** Everything that can be asked, with its meaning in words. */
export function describedCatalogue(): z.input<typeof catalogueAnswer> {
  return {
    measures: [...catalogue.measures.values()].map((measure) => ({
      id: measure.id,
      label: measure.label,
      meaning: measure.meaning,
      unit: measure.unit,
      better: measure.better,
      dimensions: legalDimensions(catalogue, measure).map(({ id }) => id),
      addsUp: addsUp(measure.value),
    })),
    dimensions: [...catalogue.dimensions.values()].map(({ id, label, members }) => ({
      id,
      label,
      ...(members ? { members: members.map((member) => ({ ...member })) } : {}),
    })),
    grains: grains.map((id) => ({ id, label: grainLabels[id] })),
  };
}

function addsUp(value: Value): boolean {
  return (
    !('ratio' in value) &&
    atomsOf(value).every(({ ways: [{ fact, aggregate }] }) => {
      const isFlow = catalogue.facts.get(fact)?.kind === 'flow';
      return isFlow && (aggregate.kind === 'sum' || aggregate.kind === 'count');
    })
  );
}
