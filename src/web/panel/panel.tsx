import type { Answer } from '#web/api/types.ts';
import { useMe } from '#web/api/use-me.ts';
import { useText } from '#web/text/use-text.ts';
import { answerTable } from './answer-table.ts';
import { cellOfAnswer } from './cell-of-answer.ts';
import { PanelFrame } from './panel-frame.tsx';
import type { PanelProps } from './panel-props.ts';

/** The panel of a question's answer: its table, its 口径卡 and its emptiness follow from the answer unless told. */
export function Panel({ passport, table, empty, ...rest }: PanelProps) {
  const { locale } = useText();
  const { today } = useMe().calendar;
  return (
    <PanelFrame
      {...rest}
      table={table ?? ((answer) => answerTable(answer, { locale, today }))}
      empty={empty ?? withoutRows}
      explained={(answer) => passport ?? cellOfAnswer(answer)}
    />
  );
}

function withoutRows(answer: Answer) {
  return answer.rows.length === 0 ? { why: null } : null;
}
