import { useText } from '#web/text/use-text.ts';
import type { Kind } from './import-types.ts';

const named = 3;

/** Writes fields of a kind of which one is enough: `金额或单价`. */
export function useFieldNames(): (kind: Kind, group: readonly string[]) => string {
  const { t, say } = useText();
  return (kind, group) => {
    const names = group
      .map((id) => kind.fields.find((field) => field.id === id))
      .flatMap((field) => (field ? [say(field.label)] : []));
    const some = names.slice(0, named).join(t('data.or'));
    return names.length > named ? t('data.and_more', { some }) : some;
  };
}
