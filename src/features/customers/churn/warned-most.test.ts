import { expect, test } from 'vitest';
import { aCompany } from '#testing/a-company.ts';
import { warnedMost } from './warned-most.ts';

/** 40 customers of 华东 and 40 of 华南, 20 large and 20 small ones each. */
async function company() {
  const regions = ['east', 'south'];
  const customers = regions.flatMap((region) =>
    ['large', 'small'].flatMap((type) =>
      Array.from({ length: 20 }, (_, index) => ({
        id: `${region} ${type} ${index}`,
        region_id: `${region} city`,
        type,
      })),
    ),
  );
  const made = await aCompany({
    rows: {
      region: [
        { id: 'east', name: '华东' },
        { id: 'south', name: '华南' },
        { id: 'east city', name: '上海', root_id: 'east' },
        { id: 'south city', name: '广州', root_id: 'south' },
      ],
      customer: customers,
    },
  });
  return { asking: made.asking, living: customers.map(({ id }) => id) };
}

test('warnings that gather in one kind of customers of a region are said so', async () => {
  const { asking, living } = await company();
  const warned = living.filter((id) => id.startsWith('south small') || id.endsWith(' 0'));
  expect(await warnedMost(asking, { living, warned })).toEqual({
    region: '华南',
    type: 'small',
    customers: 20,
    warned: 20,
    base: 23 / 80,
  });
});

test('warnings that are spread evenly, or rest on few customers, gather nowhere', async () => {
  const { asking, living } = await company();
  expect(await warnedMost(asking, { living, warned: living.filter((id) => /[05]$/.test(id)) })).toBeNull();
  const few = living.filter((id) => !id.startsWith('south small') || /[0-4]$/.test(id));
  expect(
    await warnedMost(asking, { living: few, warned: few.filter((id) => id.startsWith('south small')) }),
  ).toBeNull();
});
