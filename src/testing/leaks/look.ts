import { identifier, sql } from '#shared/sql.ts';
import type { TestServer } from '../test-server.ts';
import { canariesOf, leaked } from './canaries.ts';
import type { CanaryCompany } from './canary-company.ts';
import { rowsOf } from './eyes.ts';
import { guessed, type UnseenIds } from './guesses.ts';
import { sumsFor } from './sums.ts';
import { type AskableCatalogue, type Asked, absentId, type Subjects, type Surface, surfaces } from './surfaces.ts';
import { withoutUnseen } from './twin.ts';
import { type Answered, type Asker, answered, askerIn, placesOf, plain, workspaceOf } from './world.ts';

/** Two companies on one server, and who looks at the first. */
export type World = Companies &
  Readonly<{ at: TestServer; workspaceId: string; askers: readonly Asker[]; turn: number }>;

type Companies = Pick<Subjects, 'company' | 'other'>;

/** Something that was seen and should not have been, in words. */
export type Fault = string;

/** Writes both companies and gives every data scope a key. */
export async function worldOf(at: TestServer, subjects: Companies, turn: number): Promise<World> {
  const { company, other } = subjects;
  const [workspaceId] = [await workspaceOf(at, company), await workspaceOf(at, other)];
  const askers: Asker[] = [];
  for (const place of placesOf(turn)) askers.push(await askerIn(at, { workspaceId, company }, place));
  return { ...subjects, at, workspaceId, askers, turn };
}

/** Whether somebody sees everything of their workspace; of the other one they see nothing either. */
export function isWide({ looker }: Asker): boolean {
  return looker.scope === 'all';
}

type Told = Readonly<{ asked: Asked; surface: Surface; answer: Answered }>;

/** Asks every surface as somebody and names what shows that they may not see. */
export async function looked(
  world: World,
  asker: Asker,
): Promise<Readonly<{ faults: readonly Fault[]; told: readonly Told[] }>> {
  const own = canariesOf(world.company);
  const foreign = canariesOf(world.other).filter(({ isId }) => !isId);
  const told = await everyAnswer(world, asker);
  const faults = told.flatMap(({ asked, surface, answer }) => {
    const request = JSON.stringify(asked);
    const say = (what: string) => `${asker.name} ${asker.looker.person}: ${request}: ${what}`;
    const allowed = surface.shows === 'numbers' ? asker.allowed.strict : asker.allowed.wide;
    const isFree = isWide(asker) || surface.shows === 'everything';
    const seen = [
      ...leaked(answer.text, { canaries: foreign, allowed: null, asked: request }),
      ...(isFree ? [] : leaked(answer.text, { canaries: own, allowed, asked: request })),
    ];
    return [
      ...seen.map((canary) => say(`shows ${canary}`)),
      ...(answer.status >= 500 ? [say(`${answer.status} ${answer.text}`)] : []),
      ...cachedFaults(answer).map(say),
    ];
  });
  return { faults, told };
}

async function everyAnswer(world: World, { key }: Pick<Asker, 'key'>): Promise<readonly Told[]> {
  const told: Told[] = [];
  const { text } = await answered(world.at, key, { method: 'GET', path: '/api/v1/catalogue' });
  // as: the answer of the route is so.
  const subjects = { ...world, catalogue: JSON.parse(text) as AskableCatalogue };
  for (const surface of Object.values(surfaces)) {
    const asks = surface.asks(subjects);
    told.push(
      ...(await inTurns(asks, async (asked) => ({ asked, surface, answer: await answered(world.at, key, asked) }))),
    );
  }
  return told;
}

const atOnce = 6;

/** A few at the same time, in order. */
async function inTurns<From, To>(items: readonly From[], each: (item: From) => Promise<To>): Promise<readonly To[]> {
  const done: To[] = [];
  for (let from = 0; from < items.length; from += atOnce) {
    done.push(...(await Promise.all(items.slice(from, from + atOnce).map(each))));
  }
  return done;
}

/** An answer about somebody's rows is kept by no cache, and has no mark by which another's could be asked for. */
function cachedFaults({ status, headers }: Answered): readonly string[] {
  if (status >= 400) return [];
  const isKept = !(headers.get('cache-control') ?? '').includes('no-store') || headers.has('etag');
  return isKept ? [`may be kept: ${headers.get('cache-control')} ${headers.get('etag')}`] : [];
}

/** Figures that are not what a plain count of the rows in sight says. */
export async function miscounts(world: World, asker: Asker): Promise<readonly Fault[]> {
  const expected = sumsFor(world.company, asker.looker);
  const body = { measures: Object.keys(expected), period: { kind: 'all' } };
  const { text } = await answered(world.at, asker.key, { method: 'POST', path: '/api/v1/query', body });
  // as: the answer of the route is so.
  const { totals } = JSON.parse(text) as { totals: Record<string, string | number> };
  return Object.entries(expected).flatMap(([measure, value]) =>
    totals[measure] === value
      ? []
      : [`${asker.name} ${asker.looker.person}: ${measure} is ${value}, and ${totals[measure]} was answered`],
  );
}

/** Asks the same again in a company without all that somebody may not see; every difference tells of it. */
export async function differences(world: World, asker: Asker, told: readonly Told[]): Promise<readonly Fault[]> {
  const company = withoutUnseen(world.company, asker.allowed.wide);
  const twin = await askerIn(
    world.at,
    { workspaceId: await workspaceOf(world.at, company), company: world.company },
    asker,
  );
  const compared = await inTurns(
    told.filter(({ surface }) => surface.apart === undefined),
    async ({ asked, answer }) => {
      const [one, two] = [plain(answer), plain(await answered(world.at, twin.key, asked))];
      return one === two
        ? []
        : [`${asker.name} ${asker.looker.person}: ${parted(one, two)} in ${JSON.stringify(asked)}`];
    },
  );
  return compared.flat();
}

/** Where two texts part. */
function parted(one: string, two: string): string {
  let at = 0;
  while (one[at] === two[at]) at += 1;
  const near = (text: string) => text.slice(Math.max(0, at - 160), at + 120);
  return `out of sight changes ${near(two)} to ${near(one)}`;
}

/** Asks about rows by ids that one may guess: what is out of sight must read like what does not exist, and stay as it is. */
export async function betrayals(world: World, asker: Asker): Promise<readonly Fault[]> {
  const before = await versions(world);
  const found = await inTurns(guessed(unseenIds(world, asker)), async ({ id, ask }) => {
    const real = await answered(world.at, asker.key, ask(id));
    const none = await answered(world.at, asker.key, ask(absentId));
    const [one, two] = [plain(real).replaceAll(id, absentId), plain(none)];
    return one === two
      ? []
      : [`${asker.name}: ${JSON.stringify(ask(id))} is told from ${absentId}: ${parted(one, two)}`];
  });
  const after = await versions(world);
  return [...found.flat(), ...(before === after ? [] : [`${asker.name} has changed a row out of sight`])];
}

/** Every row of both companies that a guess aims at, with the transaction that wrote it last. */
async function versions({ at, company, other }: World): Promise<string> {
  const ids = aimedAt.flatMap((entity) => [...rowsOf(company, entity), ...rowsOf(other, entity)].map(({ id }) => id));
  const rows = await Promise.all(
    aimedAt.map((entity) =>
      at.store.query(sql`
        select workspace_id, id, changed_in::text as changed from ${identifier(entity)}
         where id = any(${ids}::text[]) order by workspace_id, id`),
    ),
  );
  return JSON.stringify(rows);
}

const aimedAt = ['customer', 'opportunity', 'task', 'contact', 'sales_order'] as const;

function unseenIds(world: World, asker: Asker): UnseenIds {
  const { company } = world;
  const { allowed } = asker;
  const of = (entity: keyof UnseenIds) => [
    ...hidden(company, entity, allowed.wide).slice(0, 2),
    ...elsewhere(world, entity),
  ];
  return {
    customer: of('customer'),
    opportunity: of('opportunity'),
    person: of('person'),
    team: teamsApart(world, asker),
    task: of('task'),
  };
}

/** An id that another company has and this one has not. */
function elsewhere({ company, other }: Companies, entity: keyof UnseenIds): readonly string[] {
  const own = new Set(rowsOf(company, entity).map(({ id }) => id));
  return rowsOf(other, entity)
    .flatMap(({ id }) => (own.has(id) ? [] : [id]))
    .slice(0, 1);
}

function hidden(company: CanaryCompany, entity: keyof UnseenIds, seen: ReadonlySet<string>): readonly string[] {
  return rowsOf(company, entity).flatMap(({ id }) => (seen.has(`${entity} ${id}`) ? [] : [id]));
}

/** Teams out of sight that no other team hangs below: above one's own team there may be some, and filtering by these is no secret. */
function teamsApart({ company, other }: World, { allowed }: Asker): readonly string[] {
  const above = new Set(rowsOf(company, 'team_parent').map((row) => row.parent_id));
  const apart = hidden(company, 'team', allowed.wide).filter((id) => !above.has(id));
  return [...apart.slice(0, 2), ...elsewhere({ company, other }, 'team')];
}
