import { useQuery } from '@tanstack/react-query';
import { auditActions } from '#shared/audit-actions.ts';
import type { Bilingual } from '#shared/bilingual.ts';
import { type TextKey, useText } from '#web/text/use-text.ts';
import { rolesQuery } from './settings-queries.ts';
import type { AuditEntry } from './settings-types.ts';
import { usePlaceWords } from './use-place-words.ts';

export type AuditWords = ReturnType<typeof useAuditWords>;

/** The fields of an entry's details that have a name; others are shown as they are written. */
const fields = [
  'role',
  'dataScope',
  'personId',
  'name',
  'email',
  'isWorkday',
  'holiday',
  'colours',
  'fiscalStartMonth',
  'weekStart',
  'rows',
  'deleted',
  'restored',
  'customerId',
  'invitation',
  'permissions',
  'usualScope',
  'movedTo',
  'moved',
  'page',
  'days',
  'format',
  'question',
  'what',
  'provider',
  'group',
  'why',
  'subject',
];

/** The audit log in words. */
export function useAuditWords() {
  const { t } = useText();
  const { valueName, changeText } = useValueWords();
  const fixed: Readonly<Record<string, string>> = {
    command: t('settings.audit.by_command'),
    nobody: t('settings.audit.by_nobody'),
  };
  const fieldText = (name: string, text: string) =>
    fields.includes(name) ? `${t(`settings.field.${name}` as TextKey)} ${text}` : `${name} ${text}`;
  return {
    actionName: (action: string) =>
      auditActions.some((each) => each === action) ? t(`settings.action.${action}` as TextKey) : action,
    actorName: ({ actor, actorName }: Pick<AuditEntry, 'actor' | 'actorName'>) => {
      if (actor.startsWith('key:')) return t('settings.audit.by_key', { name: actor.slice(4) });
      if (actor.startsWith('link:')) return t('settings.audit.by_link', { id: actor.slice(5) });
      return actorName ?? fixed[actor] ?? actor;
    },
    subjectName: ({ actor, subjectKind, subjectId, subjectName }: AuditEntry) => {
      if (subjectKind === null || subjectId === null || subjectId === actor) return '';
      return subjectName ?? (subjectKind === 'day' ? subjectId : `${subjectKind} ${subjectId}`);
    },
    detailsText: (details: AuditEntry['details']) => {
      const { before, after, ...rest } = details;
      const changes = changesOf(recordOf(before), after === undefined ? null : recordOf(after));
      return [
        ...changes.map(({ name, values }) => fieldText(name, changeText(name, values))),
        ...Object.entries(rest).map(([name, value]) => fieldText(name, valueName(name, value))),
      ].join(' · ');
    },
  };
}

type Values = Readonly<Record<string, unknown>>;
type Word = (value: unknown) => string;

/** Values of an entry in words, by the field that they stand in. */
function useValueWords() {
  const { t, say } = useText();
  const { roleName, scopeName } = usePlaceWords();
  const permissions = useQuery(rolesQuery).data?.permissions ?? [];
  const permission = (name: unknown) => {
    const known = permissions.find((each) => each.name === name);
    return known ? say(known.words) : String(name);
  };
  const words: Readonly<Record<string, Word>> = {
    role: (value) => roleName(String(value)),
    dataScope: (value) => scopeName(String(value)),
    usualScope: (value) => scopeName(String(value)),
    movedTo: (value) => roleName(String(value)),
    permissions: (value) => listOf(value).map(permission).join('、'),
    question: (value) => questionText(recordOf(value)),
    isWorkday: (value) => t(value === true ? 'settings.calendar.worked' : 'settings.calendar.off'),
    colours: (value) => t(value === 'green_up' ? 'shell.colours.green_up' : 'shell.colours.red_up'),
    fiscalStartMonth: (value) => t(`settings.month.${value}` as TextKey),
    weekStart: (value) => t(`settings.weekday.${value}` as TextKey),
    rows: (value) => String(rowsIn(recordOf(value))),
  };
  const plain: Word = (value) =>
    isBilingual(value) ? say(value) : typeof value === 'object' ? JSON.stringify(value) : String(value);
  const valueName = (name: string, value: unknown) =>
    value === null || value === undefined ? '—' : (words[name] ?? plain)(value);
  return {
    valueName,
    /** Before → after; of a list only what came and what went. */
    changeText: (name: string, values: readonly unknown[]) => {
      const [before, after] = values;
      if (values.length < 2 || !Array.isArray(after)) return values.map((each) => valueName(name, each)).join(' → ');
      const came = listOf(after).filter((each) => !listOf(before).includes(each));
      const went = listOf(before).filter((each) => !listOf(after).includes(each));
      return [...came.map((each) => `+ ${permission(each)}`), ...went.map((each) => `− ${permission(each)}`)].join(
        '、',
      );
    },
  };
}

/** What was exported: the measures, and by what they were split. */
function questionText({ measures, by, period }: Values): string {
  const split = listOf(by).length > 0 ? ` × ${listOf(by).join(', ')}` : '';
  return `${listOf(measures).join(', ')}${split} (${String(period)})`;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isBilingual(value: unknown): value is Bilingual {
  return typeof recordOf(value).zh === 'string' && typeof recordOf(value).en === 'string';
}

/** What differs between before and after; without an after, all that was. */
function changesOf(before: Values, after: Values | null) {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after ?? {})])];
  return names
    .filter((name) => after === null || JSON.stringify(before[name]) !== JSON.stringify(after[name]))
    .map((name) => ({ name, values: after === null ? [before[name]] : [before[name], after[name]] }));
}

/** Rows that an import inserted or updated, of all kinds. */
function rowsIn(byEntity: Values): number {
  const counts = Object.values(byEntity).flatMap((each) => Object.values(recordOf(each)));
  return counts.reduce((sum: number, count) => sum + Number(count), 0);
}

function recordOf(value: unknown): Values {
  // as: a JSON object has text keys.
  return typeof value === 'object' && value !== null ? (value as Values) : {};
}
