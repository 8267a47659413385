import type { Scope } from '#semantic/question.ts';
import type { Day } from '#shared/day.ts';
import { sql } from '#shared/sql.ts';
import type { Transaction } from '#store/store.ts';
import type { Role } from '../viewer.ts';

/** 本人 / 本人及下属 / 本部门 / 本部门及下属 / 全部. */
export const dataScopes = ['self', 'self_and_reports', 'team', 'team_and_below', 'all'] as const;

export type DataScope = (typeof dataScopes)[number];

/** The data scope a new member of a role gets unless told otherwise. */
export const usualScope: Readonly<Record<Role, DataScope>> = {
  admin: 'all',
  executive: 'all',
  manager: 'self_and_reports',
  rep: 'self',
  finance: 'all',
  viewer: 'all',
};

export type ScopeHolder = Readonly<{ workspaceId: string; dataScope: DataScope; personId: string | null }>;

/**
 * Whose rows a member sees today: everyone's, or their own and those of teams. `self_and_reports` are the teams they lead and
 * all below; `team` those they lead or belong to; `team_and_below` these and all below. Someone who is no person in the
 * data and has not `all` sees nothing.
 */
export async function scopeOf(tx: Pick<Transaction, 'query'>, holder: ScopeHolder, today: Day): Promise<Scope> {
  if (holder.dataScope === 'all') return { kind: 'all' };
  if (holder.personId === null) return { kind: 'some', people: [], teams: [] };
  const people = [holder.personId];
  if (holder.dataScope === 'self') return { kind: 'some', people, teams: [] };
  const teams = await teamsOf(tx, { ...holder, personId: holder.personId, today });
  const counted = holder.dataScope === 'self_and_reports' ? teams.filter((team) => team.leads) : teams;
  const below = holder.dataScope !== 'team';
  return { kind: 'some', people, teams: [...new Set(counted.map(({ id }) => id))].map((id) => ({ id, below })) };
}

type Standing = Readonly<{ workspaceId: string; personId: string; today: Day }>;

/** The teams a person leads or belongs to on a day. */
export function teamsOf(tx: Pick<Transaction, 'query'>, { workspaceId, personId, today }: Standing) {
  return tx.query<{ id: string; leads: boolean }>(sql`
    select team_id as id, true as leads
      from team_manager
     where workspace_id = ${workspaceId} and person_id = ${personId}
       and coalesce(from_on <= ${today}::date, true) and coalesce(before_on > ${today}::date, true)
    union all
    select team_id as id, false as leads
      from rep_assignment
     where workspace_id = ${workspaceId} and person_id = ${personId}
       and coalesce(from_on <= ${today}::date, true) and coalesce(before_on > ${today}::date, true)
     order by leads desc, id`);
}
