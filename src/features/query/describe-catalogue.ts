import type { z } from 'zod';
import { seenCatalogue } from '#features/seen-catalogue.ts';
import type { Viewer } from '#features/viewer.ts';
import { atomsOf, type Catalogue, legalDimensions, type Value } from '#semantic/define.ts';
import { grainLabels } from '#semantic/grain-labels.ts';
import { grains } from '#semantic/question.ts';
import type { catalogueAnswer } from './answer-schema.ts';

/** Everything that the viewer can ask, with its meaning in words. */
export function describedCatalogue(viewer: Viewer): z.input<typeof catalogueAnswer> {
  const catalogue = seenCatalogue(viewer);
  return {
    measures: [...catalogue.measures.values()].map((measure) => ({
      id: measure.id,
      label: measure.label,
      meaning: measure.meaning,
      unit: measure.unit,
      better: measure.better,
      dimensions: legalDimensions(catalogue, measure).map(({ id }) => id),
      addsUp: addsUp(catalogue, measure.value),
    })),
    dimensions: [...catalogue.dimensions.values()].map(({ id, label, members }) => ({
      id,
      label,
      ...(members ? { members: members.map((member) => ({ ...member })) } : {}),
    })),
    grains: grains.map((id) => ({ id, label: grainLabels[id] })),
  };
}

function addsUp(catalogue: Catalogue, value: Value): boolean {
  return (
    !('ratio' in value) &&
    atomsOf(value).every(({ ways: [{ fact, aggregate }] }) => {
      const isFlow = catalogue.facts.get(fact)?.kind === 'flow';
      return isFlow && (aggregate.kind === 'sum' || aggregate.kind === 'count');
    })
  );
}
