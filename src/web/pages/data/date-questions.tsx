import { useText } from '#web/text/use-text.ts';
import { type Draft, tableDraft, tableKey, withTable } from './draft.ts';
import type { DayOrder, Preview, Upload } from './import-types.ts';
import { Section } from './section.tsx';
import { tableReading } from './table-reading.ts';
import type { WizardProps } from './wizard-props.ts';

/** Columns whose values can be read two ways: a person says which. The preview is then made again. */
export function DateQuestions({ upload, preview, draft, decide }: WizardProps & Readonly<{ preview: Preview }>) {
  const { t } = useText();
  const open = preview.tables.flatMap((table) =>
    table.columns
      .filter(({ dateChoices, decimalIsOpen }) => dateChoices.length > 0 || decimalIsOpen)
      .map((column) => ({ ...column, file: table.file, sheet: table.sheet })),
  );
  if (open.length === 0) return null;
  return (
    <Section id="questions" title={t('data.questions')} subtitle={t('data.questions.subtitle')}>
      {open.map(({ file, sheet, column, dateChoices, decimalStyle }) => {
        const key = tableKey(file, sheet);
        const dateOrder = chosenOrders(upload, draft, { file, sheet });
        const example = preview.rejected.find(
          (each) => each.file === file && each.sheet === sheet && each.column === column,
        );
        const isDate = dateChoices.length > 0;
        const choose = (order: DayOrder) =>
          decide((before) => withTable(before, key, { dateOrder: { ...dateOrder, [column]: order } }));
        return (
          <fieldset key={key + column} className="data-question">
            <legend>
              {t(isDate ? 'data.questions.date' : 'data.questions.decimal', { column })}
              {isDate && example?.value && <b> {example.value}</b>} <span className="t3">{file}</span>
            </legend>
            {isDate &&
              dateChoices.map((order) => (
                <button key={order} type="button" className="button button-plain" onClick={() => choose(order)}>
                  {t(`data.order.${order}`)}
                </button>
              ))}
            {!isDate &&
              (['point', 'comma'] as const).map((style) => (
                <button
                  key={style}
                  type="button"
                  className="button button-plain"
                  aria-pressed={style === decimalStyle}
                  onClick={() => decide((before) => withTable(before, key, { decimalStyle: style }))}
                >
                  {style === 'point' ? '1,234.56' : '1.234,56'}
                </button>
              ))}
          </fieldset>
        );
      })}
    </Section>
  );
}

function chosenOrders(upload: Upload, draft: Draft, place: Readonly<{ file: string; sheet: string | null }>) {
  const file = upload.files.find(({ name }) => name === place.file);
  const table = file?.tables.find(({ sheet }) => sheet === place.sheet);
  return file && table
    ? tableReading({ file, table, draft: tableDraft(draft, place.file, place.sheet) }).dateOrder
    : {};
}
