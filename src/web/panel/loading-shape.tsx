import type { ReactNode } from 'react';
import type { PanelShape } from './panel-props.ts';

/** The outline of a panel that is still loading, in `track`, without movement. */
export function LoadingShape({ shape }: Readonly<{ shape: PanelShape }>) {
  return (
    <svg
      className="loading-shape"
      width="100%"
      height="100%"
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {shapes[shape]}
    </svg>
  );
}

const bars = [38, 52, 44, 63, 57, 70, 49, 66, 58, 74, 61, 40].map((height, index) => ({
  height,
  x: index * 8.4 + 0.8,
}));
const rows = [92, 78, 71, 64, 58, 47, 41, 33].map((width, index) => ({ width, y: index * 12.4 + 2 }));
const cells = Array.from({ length: 30 }, (_, cell) => ({ x: (cell % 6) * 16.8, y: Math.floor(cell / 6) * 20 }));

const shapes: Readonly<Record<PanelShape, ReactNode>> = {
  bars: bars.map(({ height, x }) => <rect key={x} x={x} y={96 - height} width={5.6} height={height} />),
  line: (
    <path
      className="loading-line"
      vectorEffect="non-scaling-stroke"
      d="M0 94 L10 88 L18 80 L26 76 L34 68 L44 60 L52 52 L60 48 L70 38 L78 32 L86 24 L100 14 M0 99 H100"
    />
  ),
  rows: rows.map(({ width, y }) => <path key={y} d={`M0 ${y}h10v4h-10z M14 ${y}h${width * 0.7}v4h-${width * 0.7}z`} />),
  matrix: cells.map(({ x, y }) => <rect key={`${x} ${y}`} x={x} y={y} width={16} height={18.4} />),
  map: <path d="M12 30 L40 14 L66 22 L92 12 L88 44 L94 60 L70 88 L52 80 L36 84 L18 62 Z" />,
  figures: <path d="M0 8 H40 V22 H0 Z M0 36 H70 V66 H0 Z M0 80 H54 V92 H0 Z" />,
};
