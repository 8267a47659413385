import { useId } from 'react';
import { Drawing } from '../drawing.tsx';
import { Hatch } from '../hatch.tsx';
import { points } from '../scale.ts';
import { useWidth } from '../use-width.ts';
import { bottom, type Frame, frameOf, grid, roomy, weekBottom } from './cumulative-frame.ts';
import type { CumulativeProps } from './cumulative-props.ts';
import { Weeks } from './cumulative-weeks.tsx';

/** This period's running total against the base's by workday, with today's line, over bars per week on the same axis. */
export function Cumulative(props: CumulativeProps) {
  const [ref, width] = useWidth<HTMLDivElement>(760);
  const hatch = useId();
  const frame = frameOf(props, width);
  const hasDifferences = props.weeks.some((week) => week.difference !== null);
  return (
    <div ref={ref} className="chart">
      <Drawing label={props.texts.label} width={width} height={weekBottom + (hasDifferences ? 42 : 22)}>
        <Hatch id={hatch} />
        <Grid {...props} frame={frame} />
        <Lines {...props} frame={frame} />
        <Weeks {...props} frame={frame} hatch={hatch} hasDifferences={hasDifferences} />
      </Drawing>
    </div>
  );
}

type Framed = CumulativeProps & Readonly<{ frame: Frame }>;

function Grid({ frame, months, format }: Framed) {
  const roomy = months.filter((month, index) => {
    const next = months[index + 1];
    return !next || frame.x(next.at) - frame.x(month.at) > 30;
  });
  return (
    <g>
      {frame.marks.map((mark) => (
        <g key={mark}>
          <line
            x1={frame.left}
            x2={frame.right}
            y1={frame.y(mark) + 0.5}
            y2={frame.y(mark) + 0.5}
            stroke={mark === 0 ? 'var(--rule)' : 'var(--line)'}
          />
          <text x={frame.left - 8} y={frame.y(mark) + 4} textAnchor="end" className="digits">
            {format(mark)}
          </text>
        </g>
      ))}
      {roomy.map((month) => (
        <g key={month.at}>
          {month.at > 0 && (
            <line
              x1={frame.x(month.at) + 0.5}
              x2={frame.x(month.at) + 0.5}
              y1={bottom}
              y2={bottom + 5}
              stroke="var(--rule)"
            />
          )}
          <text x={frame.x(month.at) + (month.at > 0 ? 4 : 0)} y={bottom + 17} className="t2">
            {month.label}
          </text>
        </g>
      ))}
    </g>
  );
}

function Lines({ frame, current, base, finished, texts }: Framed) {
  const at = (values: readonly number[]) =>
    [0, ...values].map((value, index) => [frame.x(index), frame.y(value)] as const);
  const line = at(current);
  const baseLine = at(base);
  const end = line.at(-1);
  const baseEnd = baseLine.at(-1);
  return (
    <g>
      {base.length > 0 && <polyline points={points(baseLine)} fill="none" stroke="var(--ref)" strokeWidth="1.25" />}
      {!finished && end && <Today frame={frame} end={end} texts={texts} />}
      <polyline
        points={points(finished ? line : line.slice(0, -1))}
        fill="none"
        stroke="var(--acc)"
        strokeWidth="2.5"
        strokeLinejoin="round"
      />
      {!finished && (
        <polyline
          points={points(line.slice(-2))}
          fill="none"
          stroke="var(--acc)"
          strokeWidth="2.5"
          strokeDasharray="1 3"
        />
      )}
      {end && (
        <circle
          cx={end[0]}
          cy={end[1]}
          r="4"
          fill={finished ? 'var(--acc)' : 'var(--bg)'}
          stroke="var(--acc)"
          strokeWidth="2"
        />
      )}
      <EndLabels frame={frame} texts={texts} end={finished ? end : undefined} baseEnd={baseEnd} />
    </g>
  );
}

type Point = readonly [x: number, y: number];

function Today({ frame, end, texts }: Readonly<{ frame: Frame; end: Point; texts: CumulativeProps['texts'] }>) {
  const isLeft = end[0] - frame.left > (frame.right - frame.left) * 0.45;
  const x = end[0] + (isLeft ? -8 : 8);
  const anchor = isLeft ? 'end' : 'start';
  return (
    <g>
      <line x1={end[0] + 0.5} x2={end[0] + 0.5} y1={grid.top - 2} y2={bottom} stroke="var(--rule)" />
      <text x={x} y={grid.top + 8} textAnchor={anchor} className="t2 halo">
        {texts.today}
      </text>
      {texts.lead && (
        <text
          x={x}
          y={grid.top + 25}
          textAnchor={anchor}
          className={`strong halo ${texts.lead.isBehind ? 'warn' : ''}`}
        >
          {texts.lead.text}
        </text>
      )}
    </g>
  );
}

type EndLabelsProps = Readonly<{
  frame: Frame;
  texts: CumulativeProps['texts'];
  end: Point | undefined;
  baseEnd: Point | undefined;
}>;

function EndLabels({ frame, texts, end, baseEnd }: EndLabelsProps) {
  if (frame.width < roomy) return null;
  const isCrossing = end && baseEnd && Math.abs(end[1] - baseEnd[1]) < 17;
  const shift = isCrossing ? (end[1] <= baseEnd[1] ? 17 - (baseEnd[1] - end[1]) : -(17 - (end[1] - baseEnd[1]))) : 0;
  return (
    <g>
      {end && (
        <text x={frame.right + 8} y={end[1] + 4} className="strong accent">
          {texts.currentEnd}
        </text>
      )}
      {baseEnd && texts.baseEnd && (
        <text x={Math.min(baseEnd[0], frame.right) + 8} y={baseEnd[1] + 4 + shift} className="t2 halo">
          {texts.baseEnd}
        </text>
      )}
    </g>
  );
}
