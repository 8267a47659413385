import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { Failure, failureOf } from './failure.ts';
import { request } from './request.ts';
import type { Answer, Question } from './types.ts';

/** What a panel knows about its answer right now. */
export type Asked<Data = Answer> =
  | Readonly<{ state: 'loading'; cancel: () => void }>
  | Readonly<{ state: 'failed'; failure: Failure; retry: () => void }>
  | Readonly<{
      state: 'answered';
      data: Data;
      /** A newer answer is under way: old figures stay, at 60 %. */
      refetching: boolean;
      /** The last try failed: the figures are of this moment (ms since 1970). */
      stuckSince: number | null;
      retry: () => void;
    }>;

/**
 * Asks several questions in one round (`POST /api/v1/query/batch`) and gives each its `Asked` under the same name.
 * Ask everything the first screen needs in one call: `const { trend, regions } = useAnswers({ trend: …, regions: … })`.
 */
export function useAnswers<Name extends string>(questions: Readonly<Record<Name, Question>>): Record<Name, Asked> {
  const client = useQueryClient();
  const queryKey = ['answers', questions] as const;
  const query = useQuery({
    queryKey,
    queryFn: ({ signal }) => answersOf(questions, signal),
    placeholderData: keepPreviousData,
  });
  const names = Object.keys(questions) as Name[];
  const cancel = () => void client.cancelQueries({ queryKey });
  const retry = () => void query.refetch();
  const asked = (name: Name): Asked => {
    const answer = query.data?.[name];
    if (answer) {
      const stuckSince = query.isError ? query.dataUpdatedAt : null;
      return { state: 'answered', data: answer, refetching: query.isFetching, stuckSince, retry };
    }
    if (query.isError) return { state: 'failed', failure: failureOf(query.error), retry };
    return query.fetchStatus === 'idle'
      ? { state: 'failed', failure: new Failure('cancelled'), retry }
      : { state: 'loading', cancel };
  };
  return Object.fromEntries(names.map((name) => [name, asked(name)])) as Record<Name, Asked>;
}

async function answersOf<Name extends string>(
  questions: Readonly<Record<Name, Question>>,
  signal: AbortSignal,
): Promise<Record<Name, Answer>> {
  const names = Object.keys(questions) as Name[];
  const body = { questions: names.map((name) => questions[name]) };
  const { answers } = await request<{ answers: readonly Answer[] }>('/api/v1/query/batch', { body, signal });
  return Object.fromEntries(names.map((name, index) => [name, answers[index]])) as Record<Name, Answer>;
}
