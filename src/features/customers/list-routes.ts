import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { askingOf } from '#features/asking-of.ts';
import { type RouteDeps, viewerOf } from '#features/route-deps.ts';
import type { Viewer } from '#features/viewer.ts';
import { activityMap } from './activity-map.ts';
import { customerList, listQuestion } from './customer-list.ts';
import { customerRules } from './customer-rules.ts';
import { activityAnswer, listAnswer, rfmAnswer, trendsAnswer } from './customers-schemas.ts';
import { pageQuestion } from './page-question.ts';
import { rfmGrid } from './rfm-grid.ts';
import { trends } from './trends.ts';

const tags = ['customers'];
const config = { permission: 'data.read' };

/** The customers of the page: by recency and value, by activity, and as a list. */
export const customerListRoutes: FastifyPluginAsyncZod<RouteDeps> = async (server, deps) => {
  const looking = async (viewer: Viewer) => {
    const { tiers } = await customerRules(deps.store, viewer.workspace.id);
    return { viewer: { asking: await askingOf(deps, viewer) }, tiers };
  };

  server.post(
    '/api/v1/customers/rfm',
    {
      config,
      schema: {
        summary: 'Customers by recency and value in quintiles, and the segments they make',
        tags,
        body: pageQuestion,
        response: { 200: rfmAnswer },
      },
    },
    async (request) => {
      const { viewer, tiers } = await looking(viewerOf(request));
      return rfmGrid(viewer, request.body, tiers);
    },
  );

  server.post(
    '/api/v1/customers/activity',
    {
      config,
      schema: {
        summary: 'Value and activity of customers, our effort beside it, and who of the valuable ones is quiet',
        tags,
        body: pageQuestion,
        response: { 200: activityAnswer },
      },
    },
    async (request) => {
      const { viewer, tiers } = await looking(viewerOf(request));
      return activityMap(viewer, request.body, tiers);
    },
  );

  server.post(
    '/api/v1/customers/trends',
    {
      config,
      schema: {
        summary: 'Trend class of the 200 largest customers by quarter and of product lines by month, with its evidence',
        tags,
        body: pageQuestion,
        response: { 200: trendsAnswer },
      },
    },
    async (request) => trends(await askingOf(deps, viewerOf(request)), request.body),
  );

  server.post(
    '/api/v1/customers/list',
    {
      config,
      schema: {
        summary: 'The customers behind a number, the greatest revenue first',
        tags,
        body: listQuestion,
        response: { 200: listAnswer },
      },
    },
    async (request) => {
      const { viewer, tiers } = await looking(viewerOf(request));
      return customerList(viewer, request.body, tiers);
    },
  );
};
