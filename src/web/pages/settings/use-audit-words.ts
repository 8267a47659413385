import { type TextKey, useText } from '#web/text/use-text.ts';
import { type AuditEntry, auditActions } from './settings-types.ts';
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
];

/** The audit log in words. */
export function useAuditWords() {
  const { t } = useText();
  const { valueName } = useValueWords();
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
        ...changes.map(({ name, values }) => fieldText(name, values.map((each) => valueName(name, each)).join(' → '))),
        ...Object.entries(rest).map(([name, value]) => fieldText(name, valueName(name, value))),
      ].join(' · ');
    },
  };
}

type Values = Readonly<Record<string, unknown>>;
type Word = (value: unknown) => string;

/** Values of an entry in words, by the field that they stand in. */
function useValueWords() {
  const { t } = useText();
  const { roleName, scopeName } = usePlaceWords();
  const words: Readonly<Record<string, Word>> = {
    role: (value) => roleName(String(value)),
    dataScope: (value) => scopeName(String(value)),
    usualScope: (value) => scopeName(String(value)),
    movedTo: (value) => roleName(String(value)),
    isWorkday: (value) => t(value === true ? 'settings.calendar.worked' : 'settings.calendar.off'),
    colours: (value) => t(value === 'green_up' ? 'shell.colours.green_up' : 'shell.colours.red_up'),
    fiscalStartMonth: (value) => t(`settings.month.${value}` as TextKey),
    weekStart: (value) => t(`settings.weekday.${value}` as TextKey),
    rows: (value) => String(rowsIn(recordOf(value))),
  };
  const plain: Word = (value) => (typeof value === 'object' ? JSON.stringify(value) : String(value));
  return {
    valueName: (name: string, value: unknown) =>
      value === null || value === undefined ? '—' : (words[name] ?? plain)(value),
  };
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
