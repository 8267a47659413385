import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it arrived: what it asked for and what it said. */
type Asked = Readonly<{
  path: string;
  query: URLSearchParams;
  body: Readonly<Record<string, unknown>>;
  headers: IncomingMessage['headers'];
}>;

/** What a route answers: an object is sent as JSON; a function may do with the connection what it likes. */
type Answering = (asked: Asked, response: ServerResponse) => object | undefined;

/** A server on this machine that answers as a test says, and remembers what it was asked. */
export type JsonServer = Readonly<{
  url: string;
  asked: Asked[];
  /** By path; tests may change them. */
  routes: Map<string, Answering>;
  close: () => Promise<void>;
}>;

/** Starts one. */
export async function jsonServer(): Promise<JsonServer> {
  const asked: Asked[] = [];
  const routes = new Map<string, Answering>();
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://here');
    const text = Buffer.concat(await Array.fromAsync(request)).toString();
    const body = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
    const one = { path: url.pathname, query: url.searchParams, body, headers: request.headers };
    asked.push(one);
    const answer = routes.get(url.pathname)?.(one, response);
    if (answer) response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
    else if (!routes.has(url.pathname)) response.writeHead(404).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // as: a server that listens on a port has an address with one.
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
  return { url, asked, routes, close };
}
