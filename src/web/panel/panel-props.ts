import type { ReactNode } from 'react';
import type { Answer, CellQuestion } from '#web/api/types.ts';
import type { Asked } from '#web/api/use-asked.ts';
import type { PanelTable } from './answer-table.ts';

/** The shape a panel has while it loads, drawn in `track`. */
export type PanelShape = 'bars' | 'line' | 'rows' | 'matrix' | 'map' | 'figures';

/** Why a panel has nothing to show, and the one thing that fixes it. */
export type Emptiness = Readonly<{ why: ReactNode; fix?: Readonly<{ label: string; act: () => void }> | undefined }>;

/** What a page tells any panel. `asked` comes from `useAnswers` or `useAsked`; the rest is computed from what it holds. */
export type PanelFrameProps<Data> = Readonly<{
  /** Unique on the page, kebab-case: anchors, file names, tests. */
  id: string;
  asked: Asked<Data>;
  /** The finding with its number, from the rows of the answer; with nothing to say, the name of the measure. */
  title: ReactNode | ((answer: Data) => ReactNode);
  /** What the panel is about, shown until the finding is known, and the name of its files. */
  name?: string | undefined;
  /** Measure, grain, unit, what each mark is. */
  subtitle?: ReactNode | ((answer: Data) => ReactNode);
  /** The shape while loading; its height is kept, so that nothing jumps. */
  shape: PanelShape;
  height: number;
  /** What 口径 explains: a number's own card, or for a statistic its method in words. */
  explained?: ((answer: Data) => CellQuestion | null) | undefined;
  method?: ((answer: Data) => ReactNode) | undefined;
  /** The table behind 看表格 and the downloads. */
  table: (answer: Data) => PanelTable;
  /** Nothing to show for this answer. */
  empty: (answer: Data) => Emptiness | null;
  /** The chart itself. */
  children: (answer: Data) => ReactNode;
}>;

/** What a page tells the panel of a question's answer: its table, its emptiness and its card follow from the answer. */
export type PanelProps = Omit<PanelFrameProps<Answer>, 'table' | 'empty' | 'explained' | 'method'> &
  Readonly<{
    /** The number that 口径 explains; the first measure of the question unless told. */
    passport?: CellQuestion | undefined;
    /** Made from the answer's own columns unless told. */
    table?: ((answer: Answer) => PanelTable) | undefined;
    /** An answer without rows is empty unless told otherwise. */
    empty?: ((answer: Answer) => Emptiness | null) | undefined;
  }>;
