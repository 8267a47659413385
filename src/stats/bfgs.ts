/** A function and its gradient at a point; the gradient has one number for each coordinate. */
export type ValueAndGradient = Readonly<{ value: number; gradient: readonly number[] }>;

/** The smooth function to be made small. It may be infinite or not a number where it does not exist. */
type Objective = (at: readonly number[]) => ValueAndGradient;

/** Where the search ended: at a point with no slope left, or short of one. */
type Minimum = Readonly<{ kind: 'converged' | 'stopped'; at: readonly number[]; value: number; iterations: number }>;

const maxIterations = 500;
/** For values and coordinates of the order of 1, as a mean log-likelihood over logarithms of parameters is. */
const flat = 1e-8;
/** Near the minimum the value no longer changes in its sixteenth digit; this flat is then flat enough. */
const nearlyFlat = 1e-5;

/**
 * The minimum near `start` of a smooth function of a few coordinates: the quasi-Newton method of Broyden, Fletcher,
 * Goldfarb & Shanno (Nocedal & Wright 2006, algorithm 6.1) with a weak-Wolfe line search by bisection (Lewis & Overton 2013).
 */
export function minimum(objective: Objective, start: readonly number[]): Minimum {
  let here: Point = { at: start, ...objective(start) };
  let inverse = identity(start.length);
  for (let iterations = 0; iterations < maxIterations; iterations += 1) {
    if (steepest(here.gradient) < flat) return ended('converged', here, iterations);
    const direction = inverse.map((row) => -dot(row, here.gradient));
    const next = lineSearch(objective, here, direction);
    if (!next) return ended(steepest(here.gradient) < nearlyFlat ? 'converged' : 'stopped', here, iterations);
    inverse = updated(inverse, minus(next.at, here.at), minus(next.gradient, here.gradient), iterations === 0);
    here = next;
  }
  return ended('stopped', here, maxIterations);
}

type Point = ValueAndGradient & Readonly<{ at: readonly number[] }>;
type Matrix = readonly (readonly number[])[];

function ended(kind: Minimum['kind'], { at, value }: Point, iterations: number): Minimum {
  return { kind, at, value, iterations };
}

const maxBisections = 60;
const enoughDescent = 1e-4;
const enoughCurvature = 0.9;

/** A step that goes down enough and not too short, so that the curvature along it is positive; null when there is none. */
function lineSearch(objective: Objective, from: Point, direction: readonly number[]): Point | null {
  const slope = dot(from.gradient, direction);
  if (!(slope < 0)) return null;
  let [low, high, step] = [0, Number.POSITIVE_INFINITY, 1];
  for (let tries = 0; tries < maxBisections; tries += 1) {
    const at = from.at.map((each, index) => each + step * (direction[index] ?? 0));
    const point = { at, ...objective(at) };
    const descends = point.value <= from.value + enoughDescent * step * slope;
    if (descends && dot(point.gradient, direction) >= enoughCurvature * slope) return point;
    if (descends) low = step;
    else high = step;
    step = high === Number.POSITIVE_INFINITY ? 2 * low : (low + high) / 2;
  }
  return null;
}

/** The inverse Hessian after a step: (I − ρ s yᵀ) H (I − ρ y sᵀ) + ρ s sᵀ; the first takes its scale from the step. */
function updated(inverse: Matrix, step: readonly number[], change: readonly number[], isFirst: boolean): Matrix {
  const along = dot(step, change);
  const scale = isFirst ? along / dot(change, change) : 1;
  const scaled = inverse.map((row) => row.map((each) => each * scale));
  const hy = scaled.map((row) => dot(row, change));
  const stretch = (1 + dot(change, hy) / along) / along;
  return scaled.map((row, i) =>
    row.map((each, j) => {
      const [si, sj, hi, hj] = [step[i] ?? 0, step[j] ?? 0, hy[i] ?? 0, hy[j] ?? 0];
      return each + stretch * si * sj - (hi * sj + si * hj) / along;
    }),
  );
}

function identity(size: number): Matrix {
  return Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => (i === j ? 1 : 0)));
}

function dot(left: readonly number[], right: readonly number[]): number {
  return left.reduce((sum, each, index) => sum + each * (right[index] ?? 0), 0);
}

function minus(left: readonly number[], right: readonly number[]): number[] {
  return left.map((each, index) => each - (right[index] ?? 0));
}

function steepest(gradient: readonly number[]): number {
  return Math.max(...gradient.map(Math.abs));
}
