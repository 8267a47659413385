import type { ReactNode } from 'react';
import type { Answer, CellQuestion } from '#web/api/types.ts';
import type { Asked } from '#web/api/use-answers.ts';
import type { PanelTable } from './answer-table.ts';

/** The shape a panel has while it loads, drawn in `track`. */
export type PanelShape = 'bars' | 'line' | 'rows' | 'matrix' | 'map' | 'figures';

/** Why a panel has nothing to show, and the one thing that fixes it. */
export type Emptiness = Readonly<{ why: ReactNode; fix?: Readonly<{ label: string; act: () => void }> | undefined }>;

/** What a page tells a panel. `asked` comes from `useAnswers`; the rest is computed from the answer. */
export type PanelProps = Readonly<{
  /** Unique on the page, kebab-case: anchors, file names, tests. */
  id: string;
  asked: Asked;
  /** The finding with its number, from the rows of the answer; with nothing to say, the name of the measure. */
  title: ReactNode | ((answer: Answer) => ReactNode);
  /** What the panel is about, shown until the finding is known, and the name of its files. */
  name?: string | undefined;
  /** Measure, grain, unit, what each mark is. */
  subtitle?: ReactNode | ((answer: Answer) => ReactNode);
  /** The shape while loading; its height is kept, so that nothing jumps. */
  shape: PanelShape;
  height: number;
  /** The number that 口径 explains; the first measure of the question unless told. */
  passport?: CellQuestion | undefined;
  /** The table behind 看表格 and the downloads; made from the answer's own columns unless told. */
  table?: ((answer: Answer) => PanelTable) | undefined;
  /** Nothing to show for this answer; an answer without rows is empty unless told otherwise. */
  empty?: ((answer: Answer) => Emptiness | null) | undefined;
  /** The chart itself. */
  children: (answer: Answer) => ReactNode;
}>;
