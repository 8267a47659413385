import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ListChoice, Quadrant, Segment, Tier } from './customer-words.ts';

const parts = ['tier', 'segment', 'quadrant', 'owner'] as const;

/** The choice as it stands in the URL: `tier:a~owner:p-1`. */
export function choiceText(choice: ListChoice): string {
  const named = parts.flatMap((part) => (choice[part] === undefined ? [] : [`${part}:${choice[part]}`]));
  const cell = choice.cell ? [`cell:${choice.cell.recency}-${choice.cell.value}`] : [];
  return [...named, ...cell, ...(choice.pool === undefined ? [] : [`pool:${choice.pool}`])].join('~');
}

/** The choice that a text of the URL says; what it does not know is left out. */
export function choiceOf(text: string): ListChoice {
  const said = new Map(
    text.split('~').map((part) => [part.slice(0, part.indexOf(':')), part.slice(part.indexOf(':') + 1)]),
  );
  const one = <Name extends 'tier' | 'segment' | 'quadrant'>(name: Name, known: readonly string[]) => {
    const value = said.get(name);
    // It is one of the known words.
    return value !== undefined && known.includes(value) ? { [name]: value as NonNullable<ListChoice[Name]> } : {};
  };
  const cell = /^([1-5])-([1-5])$/.exec(said.get('cell') ?? '');
  const owner = said.get('owner');
  const pool = said.get('pool');
  return {
    ...one('tier', tiers),
    ...one('segment', segments),
    ...one('quadrant', quadrants),
    ...(cell ? { cell: { recency: Number(cell[1]), value: Number(cell[2]) } } : {}),
    ...(owner ? { owner } : {}),
    ...(pool === 'true' || pool === 'false' ? { pool: pool === 'true' } : {}),
  };
}

export const tiers: readonly Tier[] = ['a', 'b', 'c'];

const segments: readonly Segment[] = [
  'champions',
  'loyal',
  'potential',
  'new',
  'at_risk',
  'hibernating',
  'lost',
  'silent',
  'unscored',
];

const quadrants: readonly Quadrant[] = ['core', 'going_quiet', 'rising', 'sleeping'];

/** The chosen list, kept in the URL; choosing one brings it into view. */
export function useListChoice(): readonly [ListChoice, (choice: ListChoice) => void] {
  const search = useSearch({ strict: false }) as Record<string, unknown>;
  const navigate = useNavigate();
  const text = typeof search.list === 'string' ? search.list : '';
  const choose = (choice: ListChoice) => {
    void navigate({
      to: '.',
      search: ((previous: object) => ({ ...previous, list: choiceText(choice) || undefined })) as never,
      resetScroll: false,
    });
    document.getElementById('customer-list')?.scrollIntoView({ behavior: 'smooth', block: 'start' });
  };
  return [choiceOf(text), choose];
}
