import type { TextKey } from '#web/text/use-text.ts';

/** One step of the tour: a page, the panel on it, and what to say. */
export type TourStep = Readonly<{
  title: TextKey;
  text: TextKey;
  /** Where it takes place; null: anywhere. */
  path: string | null;
  /** What the page is filtered by; `south` stands for the key of that region. */
  search?: Readonly<Record<string, string>>;
  /** The panel that is pointed at; its title is what the page itself says. */
  panel?: string;
}>;

/** The region that the first problem is about, as its name is in the data. */
export const southName = '华南';

/** The tour of the demo company: three problems, each where the page says it, then one's own numbers. */
export const tourSteps: readonly TourStep[] = [
  { title: 'tour.welcome', text: 'tour.welcome.text', path: null },
  {
    title: 'tour.regions',
    text: 'tour.regions.text',
    path: '/overview',
    search: { period: 'last_150_days' },
    panel: 'regions',
  },
  { title: 'tour.south', text: 'tour.south.text', path: '/customers', search: { region: 'south' }, panel: 'trends' },
  { title: 'tour.stuck', text: 'tour.stuck.text', path: '/pipeline', search: {}, panel: 'stuck' },
  { title: 'tour.sources', text: 'tour.sources.text', path: '/pipeline', search: {}, panel: 'sources' },
  { title: 'tour.end', text: 'tour.end.text', path: null },
];
