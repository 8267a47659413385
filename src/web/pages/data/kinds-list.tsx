import { useQuery } from '@tanstack/react-query';
import { useText } from '#web/text/use-text.ts';
import { catalogueQuery } from './import-queries.ts';
import { Section } from './section.tsx';
import { useFieldNames } from './use-field-names.ts';

/** What can be imported, and which columns each kind of table cannot do without. */
export function KindsList() {
  const { t, say } = useText();
  const { data } = useQuery(catalogueQuery);
  const names = useFieldNames();
  return (
    <Section id="kinds" title={t('data.kinds')} subtitle={t('data.kinds.subtitle')} busy={!data}>
      <dl className="data-kinds">
        {data?.kinds.map((kind) => (
          <div key={kind.id}>
            <dt>{say(kind.label)}</dt>
            <dd>{kind.requires.map((group) => names(kind, group)).join(t('data.and'))}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
