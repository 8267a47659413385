import type { Asking } from '#features/ask.ts';
import type { ParsedFilter } from '#semantic/parse.ts';
import type { Plan } from '#semantic/plan.ts';
import type { Scope } from '#semantic/question.ts';
import type { Bilingual } from '#shared/bilingual.ts';
import { identifier, sql } from '#shared/sql.ts';
import { seenNames } from './dimension-members.ts';

/** Whose rows a number is of and how they are filtered, in words. */
export async function scopeWords(asking: Asking, plan: Plan): Promise<readonly Bilingual[]> {
  const filters = await Promise.all(plan.where.map((filter) => filterWords(asking, filter)));
  const restated: Bilingual[] = plan.restatedOn
    ? [{ zh: `按 ${plan.restatedOn} 的组织架构`, en: `By the organisation of ${plan.restatedOn}` }]
    : [];
  return [await viewerWords(asking, plan.scope), ...filters, ...restated];
}

async function viewerWords(asking: Asking, scope: Scope): Promise<Bilingual> {
  if (scope.kind === 'all') return { zh: '全部数据', en: 'All data' };
  const people = await namesOf(asking, 'person', scope.people);
  const teams = await namesOf(
    asking,
    'team',
    scope.teams.map(({ id }) => id),
  );
  const below = new Map(scope.teams.map(({ id, below }) => [id, below]));
  const zh = [...people.values(), ...[...teams].map(([id, name]) => (below.get(id) ? `${name}及下属` : name))];
  const en = [...people.values(), ...[...teams].map(([id, name]) => (below.get(id) ? `${name} and below` : name))];
  if (zh.length === 0) return { zh: '没有可见的数据', en: 'No data may be seen' };
  return { zh: `按你的数据权限：${zh.join('、')}`, en: `By your data scope: ${en.join(', ')}` };
}

async function filterWords(asking: Asking, { dimension, values, not }: ParsedFilter): Promise<Bilingual> {
  const keys = values.filter((value) => value !== null);
  const names = dimension.names ? await seenNames(asking, dimension, keys) : new Map<string, string>();
  const member = (key: string) => dimension.members?.find((each) => each.key === key)?.label;
  const word = (value: string | null, locale: keyof Bilingual) =>
    value === null ? { zh: '（无）', en: '(none)' }[locale] : (member(value)?.[locale] ?? names.get(value) ?? value);
  const listed = (locale: keyof Bilingual) => {
    const shown = values.slice(0, shownValues).map((value) => word(value, locale));
    return shown.join(locale === 'zh' ? '、' : ', ');
  };
  const more = values.length - shownValues;
  return {
    zh: `${dimension.label.zh}${not ? '不含' : ''}：${listed('zh')}${more > 0 ? ` 等 ${values.length} 项` : ''}`,
    en: `${dimension.label.en}${not ? ' not' : ''}: ${listed('en')}${more > 0 ? ` and ${more} more` : ''}`,
  };
}

const shownValues = 5;

async function namesOf({ replica }: Asking, table: string, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await replica.run(
    sql`select id, name from ${identifier(table)} where id in (select unnest(${[...ids]}::varchar[]))`,
  );
  return new Map(rows.map(([id, name]) => [String(id), String(name)]));
}
