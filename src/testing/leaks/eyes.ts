import type { DataScope } from '#features/settings/scope.ts';
import { addDays, type Day } from '#shared/day.ts';
import type { Entity } from '#store/entities.ts';
import type { Row } from '#store/rows.ts';
import { today } from './any-company.ts';
import type { CanaryCompany } from './canary-company.ts';

/** Who looks: a place in the company. */
export type Looker = Readonly<{ scope: DataScope; person: string | null; mayPool: boolean }>;

/** The rows of an entity. */
export function rowsOf({ rows }: CanaryCompany, entity: Entity): readonly Row[] {
  return rows[entity] ?? [];
}

/**
 * Whose rows somebody may see, day by day: the rules of the data scopes once more, in plain loops over the company's rows and not from
 * the product's SQL.
 */
export type Eye = Readonly<{
  /** Whether a row of this person on this day may be seen. Rows of nobody only by who sees everything. */
  sees: (person: unknown, day: unknown) => boolean;
  /** Whether it may be seen on any day of a stretch. */
  seesWithin: (person: unknown, from: Day, before: Day) => boolean;
  /** Whether the person's rows of today may be seen. */
  seesToday: (person: unknown) => boolean;
  seesTeam: (team: string, day: Day) => boolean;
}>;

/** The eye of somebody who looks. */
export function eyeOf(company: CanaryCompany, { scope, person }: Looker): Eye {
  const own = teamsOfScope(company, scope, person);
  const seesTeam = (team: string, day: Day) =>
    own.has(team) || (scope !== 'team' && ancestors(company, team, day).some((each) => own.has(each)));
  const sees = (of: unknown, day: unknown) => {
    if (scope === 'all') return true;
    if (of === null || person === null) return false;
    if (of === person) return true;
    const team = teamOf(company, String(of), day as Day);
    return team !== null && seesTeam(team, day as Day);
  };
  return {
    sees,
    seesTeam,
    seesToday: (of) => sees(of, today),
    seesWithin: (of, from, before) => {
      // A state that another one follows on the same day still had its owner at the event.
      for (let day = addDays(from, 1); day < before; day = addDays(day, 1)) if (sees(of, day)) return true;
      return sees(of, from);
    },
  };
}

/** 本人 no team; 本人及下属 the teams led today; 本部门 (及下属) those led or belonged to today. */
export function teamsOfScope(company: CanaryCompany, scope: DataScope, person: string | null): ReadonlySet<string> {
  if (person === null || scope === 'self' || scope === 'all') return new Set();
  const led = rowsOf(company, 'team_manager').filter((row) => row.person_id === person && holds(row, today));
  const teams = led.map((row) => String(row.team_id));
  const home = teamOf(company, person, today);
  return new Set(scope === 'self_and_reports' || home === null ? teams : [...teams, home]);
}

/** The team of a person on a day. */
export function teamOf(company: CanaryCompany, person: string, day: Day): string | null {
  const seat = rowsOf(company, 'rep_assignment').find((row) => row.person_id === person && holds(row, day));
  return seat ? String(seat.team_id) : null;
}

function ancestors(company: CanaryCompany, team: string, day: Day): readonly string[] {
  const above = rowsOf(company, 'team_parent').find((row) => row.team_id === team && holds(row, day));
  if (!above || above.parent_id === null) return [];
  const parent = String(above.parent_id);
  return [parent, ...ancestors(company, parent, day)];
}

/** Whether a dated row holds on a day. */
function holds({ from_on: from, before_on: before }: Row, day: Day): boolean {
  return (
    (from === null || from === undefined || from <= day) && (before === null || before === undefined || before > day)
  );
}
