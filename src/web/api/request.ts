import { Failure, failureOf, failureOfBody } from './failure.ts';
import { sharedBase } from './shared-base.ts';

type Sent = Readonly<{ method?: 'GET' | 'POST' | 'PUT' | 'DELETE'; body?: unknown; signal?: AbortSignal | undefined }>;

/** The one call to our own server: JSON in and out, `Failure` thrown. `Answered` is what the route is documented to give. */
export async function request<Answered>(path: string, { method, body, signal }: Sent = {}): Promise<Answered> {
  const isForm = body instanceof FormData;
  const response = await send(path, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      Accept: 'application/json',
      ...(body === undefined || isForm ? {} : { 'Content-Type': 'application/json' }),
    },
    body: isForm ? body : body === undefined ? null : JSON.stringify(body),
    signal: signal ?? null,
  });
  if (response.status === 204) return undefined as Answered;
  const parsed: unknown = await response.json().catch(() => null);
  if (!response.ok) throw failureOfBody(parsed, response.status);
  if (parsed === null) throw new Failure('internal');
  return parsed as Answered;
}

async function send(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(`${sharedBase}${path}`, { credentials: 'same-origin', ...init });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw failureOf(error);
  }
}
