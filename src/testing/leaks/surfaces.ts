import type { Entity } from '#store/entities.ts';
import { type CanaryCompany, idOf } from './canary-company.ts';
import { rowsOf } from './eyes.ts';

/** A request. */
export type Asked = Readonly<{ method: string; path: string; body?: unknown }>;

/** What one can ask about: one's own company by its catalogue, and another company of which nothing may show. */
export type Subjects = Readonly<{
  company: CanaryCompany;
  other: CanaryCompany;
  catalogue: AskableCatalogue;
  /** The number of the run: each asks a third of the measures and dimensions, three runs all of them. */
  turn: number;
}>;

/** The measures that somebody may ask for. */
export type AskableCatalogue = Readonly<{
  measures: readonly Readonly<{ id: string; dimensions: readonly string[] }>[];
}>;

/**
 * A route that shows rows. `shows`: `numbers` rows of the viewer's people at the event; `things` also all about their customers and
 * deals of today; `everything` what only who may see everything is let in to. `apart`: why the answer may depend on rows out of
 * sight all the same.
 */
export type Surface = Readonly<{
  shows: 'numbers' | 'things' | 'everything';
  apart?: string;
  asks: (subjects: Subjects) => readonly Asked[];
}>;

/** An id that nothing has. */
export const absentId = idOf('absent', 0);

/** Ids that somebody may guess: of their company, of another one, of none. */
function guesses({ company, other }: Subjects, entity: Entity): readonly string[] {
  return [
    ...rowsOf(company, entity).map(({ id }) => id),
    ...rowsOf(other, entity)
      .slice(0, 1)
      .map(({ id }) => id),
    absentId,
  ];
}

const thisYear = { period: { kind: 'this', unit: 'year' } };
const overall = { period: { kind: 'all' } };

function asked(path: string, ...bodies: readonly object[]): Surface['asks'] {
  return () => bodies.map((body) => ({ method: 'POST', path, body }));
}

function got(...paths: readonly string[]): Surface['asks'] {
  return () => paths.map((path) => ({ method: 'GET', path }));
}

function numbers(path: string, ...bodies: readonly object[]): Readonly<Record<string, Surface>> {
  return { [`POST ${path}`]: { shows: 'numbers', asks: asked(path, ...bodies) } };
}

function apart(path: string, why: string, ...bodies: readonly object[]): Readonly<Record<string, Surface>> {
  return { [`POST ${path}`]: { shows: 'things', apart: why, asks: asked(path, ...bodies) } };
}

const dimensions = [
  'rep',
  'team',
  'customer',
  'product',
  'region',
  'source',
  'stage',
  'pipeline',
  'lost_reason',
  'refund_reason',
  'customer_tier',
  'competitor',
] as const;

const inOne = 8;

/** Every measure whole and in parts of every dimension that it has, a few in one question; and questions of other shapes. */
function questions({ catalogue, turn }: Subjects): readonly object[] {
  const dimensions = new Set(catalogue.measures.flatMap((measure) => measure.dimensions));
  const parts = [null, ...thirdOf([...dimensions], turn)].flatMap((dimension) => {
    const having = catalogue.measures.filter((measure) => dimension === null || measure.dimensions.includes(dimension));
    return chunks(
      having.map(({ id }) => id),
      inOne,
    ).map((measures) => ({ measures, ...overall, ...(dimension === null ? {} : { by: [dimension] }) }));
  });
  return [...parts, ...shapes];
}

function thirdOf<Item>(items: readonly Item[], turn: number): readonly Item[] {
  return items.filter((_, index) => index % 3 === turn % 3);
}

const shapes = [
  { measures: ['revenue'], by: ['rep', 'customer'], grain: 'month', ...thisYear, compare: 'previous' },
  {
    measures: ['gross_revenue'],
    by: ['customer'],
    ...overall,
    order: [{ by: 'gross_revenue', direction: 'desc' }],
    limit: 1,
  },
  { measures: [{ id: 'revenue', show: 'share' }], by: ['rep'], ...thisYear },
  { measures: ['revenue', 'open_amount'], by: ['team'], ...thisYear, organisation: 'restated' },
  { measures: ['open_amount'], by: ['rep'], ...thisYear, asOf: '2026-09-30' },
];

function chunks<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, n) => items.slice(n * size, (n + 1) * size));
}

function ofMeasures(path: string, more: object = {}): Readonly<Record<string, Surface>> {
  return {
    [`POST ${path}`]: {
      shows: 'numbers',
      asks: ({ catalogue, turn }) =>
        thirdOf(catalogue.measures, turn).map(({ id }) => ({
          method: 'POST',
          path,
          body: { measures: [id], ...overall, ...more },
        })),
    },
  };
}

/** Numbers and what is behind them. */
const querySurfaces: Readonly<Record<string, Surface>> = {
  'POST /api/v1/query': {
    shows: 'numbers',
    asks: () => shapes.map((body) => ({ method: 'POST', path: '/api/v1/query', body })),
  },
  'POST /api/v1/query/batch': {
    shows: 'numbers',
    asks: (subjects) =>
      chunks(questions(subjects), inOne).map((each) => ({
        method: 'POST',
        path: '/api/v1/query/batch',
        body: { questions: each },
      })),
  },
  ...ofMeasures('/api/v1/query/rows', { limit: 1000 }),
  ...ofMeasures('/api/v1/query/passport'),
  'GET /api/v1/members-of/{dimension}': {
    shows: 'numbers',
    asks: got(...dimensions.flatMap((each) => [`/api/v1/members-of/${each}`, `/api/v1/members-of/${each}?search=zqA`])),
  },
  'POST /api/v1/standing': {
    shows: 'numbers',
    apart: 'by policy one’s own rank among all reps, whose values have no names and three digits (METRICS 40)',
    asks: asked('/api/v1/standing', { measure: 'revenue', ...thisYear }, { measure: 'order_count', ...thisYear }),
  },
};

const steps = ['start', 'new', 'won', 'lost', 'increased', 'decreased', 'transferred_in', 'transferred_out', 'end'];
const between = { between: { from: '2026-08-01', before: '2026-11-24' } };

/** The statistics of the pipeline page. */
const pipelineSurfaces: Readonly<Record<string, Surface>> = {
  ...numbers('/api/v1/pipeline/dwell', thisYear, overall),
  ...numbers('/api/v1/pipeline/forecast', { period: { kind: 'this', unit: 'quarter' } }),
  ...numbers('/api/v1/pipeline/forecast/history', { period: { kind: 'this', unit: 'quarter' } }),
  ...numbers('/api/v1/pipeline/funnel', thisYear),
  ...numbers('/api/v1/pipeline/win-rate', thisYear),
  ...numbers('/api/v1/pipeline/waterfall', between, {}),
  ...numbers('/api/v1/pipeline/waterfall/deals', { ...between, steps }),
  ...numbers('/api/v1/pipeline/weights', thisYear),
  ...numbers('/api/v1/pipeline/velocity', thisYear, { ...thisYear, by: 'team' }),
  ...apart('/api/v1/pipeline/stuck', 'how long is too long is one line for the whole workspace', {}),
  ...apart('/api/v1/pipeline/stuck/backtest', 'how long is too long is one line for the whole workspace', {}),
  ...numbers('/api/v1/pipeline/reps', thisYear),
  ...numbers('/api/v1/pipeline/sources', thisYear),
  ...numbers('/api/v1/pipeline/lost-reasons', thisYear),
  ...numbers('/api/v1/pipeline/board', {}),
  'GET /api/v1/opportunities/{id}': {
    shows: 'things',
    asks: (subjects) =>
      guesses(subjects, 'opportunity').map((id) => ({ method: 'GET', path: `/api/v1/opportunities/${id}` })),
  },
  'GET /api/v1/pipelines': { shows: 'numbers', asks: got('/api/v1/pipelines') },
};

const ofAll =
  'tiers, segments and scores are computed over all customers of the workspace and the same for everyone (decision 10)';

/** The statistics of the customers page, and single customers. */
const customerSurfaces: Readonly<Record<string, Surface>> = {
  ...apart('/api/v1/customers/tiers', ofAll, thisYear),
  ...apart('/api/v1/customers/rfm', ofAll, thisYear),
  ...apart('/api/v1/customers/activity', ofAll, thisYear),
  ...apart('/api/v1/customers/list', ofAll, { ...thisYear, limit: 100 }),
  ...apart('/api/v1/customers/trends', ofAll, thisYear),
  ...apart('/api/v1/customers/churn', 'P(alive) has parameters of the whole workspace', thisYear),
  ...apart('/api/v1/customers/pool', 'claims count against the limits of everybody', thisYear),
  'GET /api/v1/customers/{id}': {
    shows: 'things',
    apart: ofAll,
    asks: (subjects) => guesses(subjects, 'customer').map((id) => ({ method: 'GET', path: `/api/v1/customers/${id}` })),
  },
  'GET /api/v1/customers/{id}/timeline': {
    shows: 'things',
    asks: (subjects) =>
      guesses(subjects, 'customer').map((id) => ({
        method: 'GET',
        path: `/api/v1/customers/${id}/timeline?limit=200`,
      })),
  },
  'GET /api/v1/customers/{id}/tiers': {
    shows: 'things',
    apart: ofAll,
    asks: (subjects) =>
      guesses(subjects, 'customer').map((id) => ({ method: 'GET', path: `/api/v1/customers/${id}/tiers` })),
  },
  'POST /api/v1/customers/{id}/contacts/{contactId}/reveal': {
    shows: 'things',
    asks: (subjects) => {
      const contacts = guesses(subjects, 'contact');
      return guesses(subjects, 'customer').map((id, index) => ({
        method: 'POST',
        path: `/api/v1/customers/${id}/contacts/${contacts[index] ?? absentId}/reveal`,
      }));
    },
  },
  'GET /api/v1/customers/models': {
    shows: 'numbers',
    apart: 'parameters of the models and their score card are of the whole workspace',
    asks: got('/api/v1/customers/models'),
  },
  'GET /api/v1/customers/release-proposal': { shows: 'things', asks: got('/api/v1/customers/release-proposal') },
  'GET /api/v1/tasks': {
    shows: 'things',
    asks: (subjects) => [
      ...['', '&mine=true'].map((more) => ({ method: 'GET', path: `/api/v1/tasks?state=all&limit=200${more}` })),
      ...(['customer', 'opportunity'] as const).flatMap((entity) =>
        guesses(subjects, entity).map((id) => ({ method: 'GET', path: `/api/v1/tasks?state=all&${entity}=${id}` })),
      ),
      ...guesses(subjects, 'person').map((id) => ({ method: 'GET', path: `/api/v1/tasks?state=all&assignee=${id}` })),
    ],
  },
};

/** Whoever sets who may see what is shown all colleagues to choose from. */
const ofMembers = new Set(['/api/v1/members/colleagues', '/api/v1/single-sign-on/people']);

/** What belongs to the workspace and not to anybody's scope; nothing of another workspace may show. */
const workspaceSurfaces: Readonly<Record<string, Surface>> = Object.fromEntries(
  [
    '/api/v1/me',
    '/api/v1/me/tour',
    '/api/v1/catalogue',
    '/api/v1/roles',
    '/api/v1/workspace',
    '/api/v1/calendar?from=2026-11-01&before=2026-12-01',
    '/api/v1/members',
    '/api/v1/members/colleagues',
    '/api/v1/invitations',
    '/api/v1/api-keys',
    '/api/v1/share-links',
    '/api/v1/audit',
    '/api/v1/audit/actors',
    '/api/v1/imports',
    '/api/v1/imports/fields',
    '/api/v1/customers/tier-rules',
    '/api/v1/customers/pool-rules',
    '/api/v1/members/second-factors',
    '/api/v1/me/sessions',
    '/api/v1/me/security',
    '/api/v1/single-sign-on',
    '/api/v1/single-sign-on/people',
  ].map((path) => [
    `GET ${path.split('?', 1)[0]}`,
    { shows: ofMembers.has(path) ? 'everything' : 'numbers', apart: 'settings', asks: got(path) },
  ]),
);

/** Every route that shows rows of a company. */
export const surfaces: Readonly<Record<string, Surface>> = {
  ...querySurfaces,
  ...pipelineSurfaces,
  ...customerSurfaces,
  ...workspaceSurfaces,
};
