import type { Asking } from '#features/ask.ts';
import { askedForEveryone } from '#replica/asker.ts';

type Kept = Readonly<{ position: unknown; answers: Map<string, Promise<unknown>> }>;

const kept = new WeakMap<Asking['replica']['run'], Kept>();

const mostAnswers = 100;

/** What was computed for the same viewer and question, as long as the data stand where they stood. `name` says all it depends on. */
export function keptPerPosition<Answer>(
  { replica, scope, permissions }: Asking,
  name: unknown,
  compute: () => Promise<Answer>,
): Promise<Answer> {
  const { position } = replica;
  const before = kept.get(replica.run);
  const now = before?.position === position ? before : { position, answers: new Map<string, Promise<unknown>>() };
  kept.set(replica.run, now);
  const key = JSON.stringify([scope, permissions, name]);
  const known = now.answers.get(key) as Promise<Answer> | undefined;
  if (known) return known;
  if (now.answers.size >= mostAnswers) now.answers.clear();
  const answer = askedForEveryone(compute);
  now.answers.set(key, answer);
  answer.catch(() => now.answers.delete(key));
  return answer;
}
