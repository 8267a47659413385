import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/**
 * Tells browsers what the web app may do: nothing from elsewhere, no inline scripts or style sheets, no frames. Only
 * `style` attributes may be inline: charts place their marks with them. No `upgrade-insecure-requests`: the product may live on plain http inside a company,
 * and only who came over TLS is told to come that way for ever.
 */
export async function addSecurityHeaders(server: FastifyInstance): Promise<void> {
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
    hsts: false,
  });
  server.addHook('onRequest', async (request, reply) => {
    const isSecure = server.isBehindTls || request.protocol === 'https';
    if (isSecure) reply.header('strict-transport-security', 'max-age=31536000');
  });
}
