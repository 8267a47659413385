import type { ReactElement } from 'react';
import { Trans } from 'react-i18next';
import type { TextKey, TextValues } from './use-text.ts';

type Props = Readonly<{
  text: TextKey;
  values?: TextValues;
  /** What stands for a tag of the text: `本季 <b>{{amount}}</b>，<change/>` with `{ b: <b />, change: <Change … /> }`. */
  parts?: Readonly<Record<string, ReactElement>>;
}>;

/** A text with marked-up parts: bold figures, a change with its arrow, a link. `<b>` needs no part of its own. */
export function Sentence({ text, values = {}, parts = {} }: Props) {
  return <Trans i18nKey={text as never} values={values} components={{ b: <b />, ...parts }} />;
}
