import { Mark, Marks } from '../mark.tsx';
import { greatestOf, linear, type Scale } from '../scale.ts';
import { digitWidth, type Frame, grid, roomy, weekBottom } from './cumulative-frame.ts';
import type { CumulativeProps, CumulativeWeek } from './cumulative-props.ts';

type Framed = CumulativeProps & Readonly<{ frame: Frame }>;

/** Bars per week with the base's week as a tick, on the same axis of workdays. */
export function Weeks(props: Framed & Readonly<{ hatch: string; hasDifferences: boolean }>) {
  const { frame, weeks, texts } = props;
  const greatest = greatestOf(weeks.flatMap((week) => [week.value, week.base])) || 1;
  const y = linear([0, greatest], [weekBottom, grid.weekTop]);
  const every = Math.ceil((36 * weeks.length) / Math.max(1, frame.right - frame.left));
  return (
    <g>
      <text x={0} y={grid.weekTop + 14} className="t2">
        {texts.weekly}
      </text>
      {frame.width >= roomy && (
        <g className="t3">
          <text x={frame.right + 8} y={grid.weekTop + 14}>
            {texts.baseTick}
          </text>
          <text x={frame.right + 8} y={grid.weekTop + 31}>
            {texts.hatch}
          </text>
        </g>
      )}
      <line x1={frame.left} x2={frame.right} y1={weekBottom + 0.5} y2={weekBottom + 0.5} stroke="var(--rule)" />
      {props.hasDifferences && (
        <text x={0} y={weekBottom + 37} className="t2">
          {texts.difference}
        </text>
      )}
      <Marks label={texts.weekly}>
        {weeks.map((week, index) => (
          <Mark
            key={week.id}
            first={index === 0}
            label={props.describe(week)}
            onPick={props.onPick && week.canOpen && week.value !== null ? () => props.onPick?.(week) : undefined}
          >
            <Week week={week} frame={frame} y={y} hatch={props.hatch} />
          </Mark>
        ))}
      </Marks>
      {weeks.map((week, index) =>
        index % every === 0 ? <WeekLabels key={week.id} week={week} frame={frame} room={every} /> : null,
      )}
    </g>
  );
}

type WeekProps = Readonly<{ week: CumulativeWeek; frame: Frame; y: Scale; hatch: string }>;

function Week({ week, frame, y, hatch }: WeekProps) {
  const x = frame.x(week.from) + 2;
  const width = Math.max(2, frame.x(week.to) - frame.x(week.from) - 4);
  const top = y(Math.max(0, week.value ?? 0));
  return (
    <>
      <rect className="hit" x={x - 2} y={grid.weekTop - 6} width={width + 4} height={grid.weekHeight + 48} />
      {week.value !== null && week.value > 0 && (
        <rect
          x={week.partial ? x + 0.5 : x}
          y={top}
          width={week.partial ? Math.max(1, width - 1) : width}
          height={weekBottom - top}
          fill={week.partial ? `url(#${hatch})` : 'var(--acc)'}
          stroke={week.partial ? 'var(--acc)' : 'none'}
        />
      )}
      {week.base !== null && week.base > 0 && (
        <rect
          x={x - 1}
          y={y(week.base) - 1}
          width={width + 2}
          height="2"
          fill={week.value === null ? 'var(--ref)' : 'var(--ink)'}
        />
      )}
    </>
  );
}

/** The week's date and difference under its bar; a difference without room is left to the table. */
function WeekLabels({ week, frame, room }: Readonly<{ week: CumulativeWeek; frame: Frame; room: number }>) {
  const width = frame.x(week.to) - frame.x(week.from);
  const middle = (frame.x(week.from) + frame.x(week.to)) / 2;
  const fits = week.difference !== null && width * room + 2 >= week.difference.length * digitWidth;
  return (
    <g pointerEvents="none" textAnchor="middle">
      <text x={middle} y={weekBottom + 17} className="digits">
        {week.label}
      </text>
      {fits && (
        <text x={middle} y={weekBottom + 37} className="figure">
          {week.difference}
        </text>
      )}
    </g>
  );
}
