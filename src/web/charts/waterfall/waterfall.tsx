import { Drawing } from '../drawing.tsx';
import { Mark, Marks } from '../mark.tsx';
import { linear, type Scale } from '../scale.ts';
import { textWidth } from '../text-width.ts';
import { useWidth } from '../use-width.ts';

/** A level, or a step from the value before it to the value after it. */
export type WaterfallMark = Readonly<{
  id: string;
  label: string;
  before: number;
  after: number;
  kind: 'level' | 'plus' | 'neutral' | 'good' | 'bad';
  /** The figures at the right, already worded. */
  amount: string;
  count: string;
  /** What the mark says aloud. */
  description: string;
  onPick?: (() => void) | undefined;
}>;

type WaterfallProps = Readonly<{
  label: string;
  headers: Readonly<{ name: string; amount: string; count: string }>;
  marks: readonly WaterfallMark[];
}>;

const colours = {
  level: 'var(--ink)',
  plus: 'var(--acc-2)',
  neutral: 'var(--ref)',
  good: 'var(--acc)',
  bad: 'var(--warn-f)',
} as const;

const headHeight = 26;
const narrow = 480;

/** From one level to another, step by step, downwards. Levels are ticks, not bars, because the scale does not start at 0. */
export function Waterfall({ label, headers, marks }: WaterfallProps) {
  const [ref, width] = useWidth<HTMLDivElement>(480);
  const frame = frameOf(marks, headers, width);
  return (
    <div ref={ref} className="chart">
      <Drawing label={label} width={width} height={headHeight + marks.length * frame.row}>
        <g className="t3">
          <text x="0" y="14">
            {headers.name}
          </text>
          <text x={frame.amount} y="14" textAnchor="end">
            {headers.amount}
          </text>
          <text x={width} y="14" textAnchor="end">
            {headers.count}
          </text>
        </g>
        <Marks label={label}>
          {marks.map((mark, index) => (
            <Mark key={mark.id} label={mark.description} first={index === 0} onPick={mark.onPick}>
              <Line mark={mark} next={marks[index + 1]} top={headHeight + index * frame.row} frame={frame} />
            </Mark>
          ))}
        </Marks>
        {marks.map((mark, index) => (
          <Figures key={mark.id} mark={mark} top={headHeight + index * frame.row} frame={frame} />
        ))}
      </Drawing>
    </div>
  );
}

type Frame = Readonly<{ x: Scale; row: number; amount: number; width: number }>;

function frameOf(marks: readonly WaterfallMark[], headers: WaterfallProps['headers'], width: number): Frame {
  const widest = (texts: readonly string[]) => Math.max(0, ...texts.map(textWidth));
  const left = widest(marks.map((mark) => mark.label)) + 14;
  const counts = widest([headers.count, ...marks.map((mark) => mark.count)]) + 14;
  const amount = width - counts;
  const right = amount - widest([headers.amount, ...marks.map((mark) => mark.amount)]) - 16;
  const values = marks.flatMap(({ before, after }) => [before, after]);
  const [least, greatest] = [Math.min(...values), Math.max(...values)];
  const domain = least === greatest ? ([least - 1, greatest + 1] as const) : ([least, greatest] as const);
  return { x: linear(domain, [left, Math.max(right, left + 24)]), row: width < narrow ? 44 : 27, amount, width };
}

type LineProps = Readonly<{ mark: WaterfallMark; next: WaterfallMark | undefined; top: number; frame: Frame }>;

function Line({ mark, next, top, frame }: LineProps) {
  const { x, row, width } = frame;
  const middle = top + row / 2;
  const end = x(mark.after);
  return (
    <>
      <rect className="hit" x="-4" y={top} width={width + 8} height={row} />
      <Bar mark={mark} x={x} middle={middle} />
      {next && <line x1={end} x2={end} y1={middle + reach(mark)} y2={middle + row - reach(next)} stroke="var(--ref)" />}
    </>
  );
}

/** Beside the mark, not in it: the mark has a name that says the same in words. */
function Figures({ mark, top, frame }: Omit<LineProps, 'next'>) {
  const { row, amount, width } = frame;
  const base = top + row / 2 + 4;
  const isLevel = mark.kind === 'level';
  return (
    <g pointerEvents="none">
      <text x="0" y={base} className={isLevel ? 'strong' : 't2'}>
        {mark.label}
      </text>
      <text x={amount} y={base} textAnchor="end" className={`figure ${isLevel ? 'strong' : 'medium'}`}>
        {mark.amount}
      </text>
      <text x={width} y={base} textAnchor="end" className="figure t2">
        {mark.count}
      </text>
    </g>
  );
}

/** Half the height that a mark takes; a step of nothing is only passed through. */
function reach({ kind, before, after }: WaterfallMark): number {
  return kind !== 'level' && before === after ? 0 : 7;
}

function Bar({ mark, x, middle }: Readonly<{ mark: WaterfallMark; x: Scale; middle: number }>) {
  const [from, to] = [x(mark.before), x(mark.after)];
  const fill = colours[mark.kind];
  if (mark.kind === 'level') return <rect x={to - 1.25} y={middle - 10} width="2.5" height="20" fill={fill} />;
  if (mark.before === mark.after) return null;
  const [left, right] = [Math.min(from, to), Math.max(from, to)];
  return (
    <>
      <rect x={left} y={middle - 7} width={Math.max(1.5, right - left)} height="14" fill={fill} />
      {mark.kind === 'plus' && <rect x={right - 1} y={middle - 7} width="1.5" height="14" fill="var(--acc)" />}
    </>
  );
}
