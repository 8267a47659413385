import createClient from 'openapi-fetch';
import { failureOf, failureOfBody } from './failure.ts';
import type { paths } from './schema.generated.d.ts';
import { sharedBase } from './shared-base.ts';

/** Our own server, typed by the document it publishes. Every call goes through `answered`. */
export const client = createClient<paths>({ baseUrl: sharedBase, credentials: 'same-origin', fetch: reachable });

/**
 * A type of ours as the published document can say it: nothing read-only, days as plain text. So the compiler compares what we
 * send and read with the document, in both directions.
 */
export type Published<Ours> = Ours extends string
  ? Ours extends { readonly __brand: string }
    ? string
    : Ours
  : Ours extends readonly (infer Item)[]
    ? Published<Item>[]
    : Ours extends object
      ? { -readonly [Name in keyof Ours]: Published<Exclude<Ours[Name], undefined>> }
      : Ours;

type Call<Data> = Promise<Readonly<{ data?: Data; error?: unknown; response: Response }>>;

/** What a call answered, in our types. Throws a `Failure` for every problem, and for a server out of reach. */
export async function answered<Ours>(call: Call<Published<Ours>>): Promise<Ours> {
  const { data, error, response } = await call;
  if (!response.ok) throw failureOfBody(error, response.status);
  // The server checked what it sends; only the brands of days are missing from its types.
  return data as Ours;
}

/** What we send, in the document's types. */
export function sent<Ours>(body: Ours): Published<Ours> {
  return body as Published<Ours>;
}

async function reachable(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw failureOf(error);
  }
}
