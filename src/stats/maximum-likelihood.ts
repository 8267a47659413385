import { minimum, type ValueAndGradient } from './bfgs.ts';

/** The mean log-likelihood of an observation and its derivatives, for positive parameters. */
type MeanLogLikelihood = (parameters: readonly number[]) => ValueAndGradient;

/** Parameters of the highest likelihood; `atEdge` when one ran to the end of the searched range, so data leave it open. */
type Likeliest = Readonly<{ parameters: readonly number[]; value: number; atEdge: boolean }>;

/**
 * Parameters are searched from e^−7 to e^7 (0.0009 to 1,100), in a scale of data where those near 1 are usual: a shape of a
 * thousand already says that all are alike.
 */
const reach = 7;
const edge = 0.8 * reach;

/**
 * Positive parameters of maximum likelihood, searched over their logarithms from `start`; null when the search did not
 * come to rest. The range has soft ends, so that a likelihood that rises without end still gives an answer.
 */
export function likeliest(likelihood: MeanLogLikelihood, start: readonly number[]): Likeliest | null {
  const found = minimum(
    (at) => {
      const parameters = at.map(parameter);
      const { value, gradient } = likelihood(parameters);
      const slope = (each: number, index: number) => -each * (parameters[index] ?? 0) * softness(at[index] ?? 0);
      return { value: -value, gradient: gradient.map(slope) };
    },
    start.map((each) => reach * Math.atanh(Math.log(each) / reach)),
  );
  if (found.kind === 'stopped') return null;
  const parameters = found.at.map(parameter);
  return { parameters, value: -found.value, atEdge: parameters.some((each) => Math.abs(Math.log(each)) > edge) };
}

function parameter(at: number): number {
  return Math.exp(reach * Math.tanh(at / reach));
}

function softness(at: number): number {
  return 1 - Math.tanh(at / reach) ** 2;
}
