import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, client, sent } from './client.ts';
import { Failure } from './failure.ts';
import type { Answer, Question } from './types.ts';
import { type Asked, askedOf } from './use-asked.ts';

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
    const outcome: Answer | Failure | undefined = query.data?.[name];
    return outcome instanceof Failure ? { state: 'failed', failure: outcome, retry } : askedOf(query, outcome, cancel);
  };
  return Object.fromEntries(names.map((name) => [name, asked(name)])) as Record<Name, Asked>;
}

/** The document leaves the echoed question open; it is the question we asked, its names and period resolved. */
type OpenAnswer = Omit<Answer, 'query'> & Readonly<{ query: Pick<Answer['query'], 'period'> }>;

type Outcomes<Name extends string> = Record<Name, Answer | Failure>;

async function answersOf<Name extends string>(
  questions: Readonly<Record<Name, Question>>,
  signal: AbortSignal,
): Promise<Outcomes<Name>> {
  const names = Object.keys(questions) as Name[];
  const body = sent({ questions: names.map((name) => questions[name]) });
  try {
    const { answers } = await answered<{ answers: readonly OpenAnswer[] }>(
      client.POST('/api/v1/query/batch', { body, signal }),
    );
    return Object.fromEntries(names.map((name, index) => [name, answers[index]])) as Outcomes<Name>;
  } catch (error) {
    if (error instanceof Failure && isOfOneQuestion(error) && names.length > 1) return apart(questions, signal);
    throw error;
  }
}

/** A round fails as a whole; a question that cannot be asked with these filters must not take the others with it. */
async function apart<Name extends string>(
  questions: Readonly<Record<Name, Question>>,
  signal: AbortSignal,
): Promise<Outcomes<Name>> {
  const ask = async (question: Question) => {
    try {
      return (await answered<OpenAnswer>(client.POST('/api/v1/query', { body: sent(question), signal }))) as Answer;
    } catch (error) {
      if (error instanceof Failure) return error;
      throw error;
    }
  };
  const names = Object.keys(questions) as Name[];
  const outcomes = await Promise.all(names.map((name) => ask(questions[name])));
  return Object.fromEntries(names.map((name, index) => [name, outcomes[index]])) as Outcomes<Name>;
}

function isOfOneQuestion({ code }: Failure): boolean {
  return ['illegal_question', 'unknown_name', 'too_many_rows', 'invalid_request'].includes(code);
}
