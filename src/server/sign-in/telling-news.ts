import type { FastifyInstance } from 'fastify';
import { AfterAnswer } from './after-answer.ts';
import { type AccountNews, newsLetter } from './letters.ts';
import type { SignInDeps } from './sign-in-deps.ts';

/** Tells owners of accounts what happened to them, after the answer, where letters can be sent. */
export function tellingNews(
  server: FastifyInstance,
  { mailer }: Pick<SignInDeps, 'mailer'>,
): (email: string | null, news: AccountNews) => void {
  const later = new AfterAnswer(server.log);
  server.addHook('onClose', () => later.done());
  return (email, news) => {
    if (!mailer.isConfigured || email === null) return;
    later.begin('news of an account were not sent', () => mailer.send(newsLetter(email, news)));
  };
}
