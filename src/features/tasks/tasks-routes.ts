import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { askingOf } from '#features/asking-of.ts';
import { type RouteDeps, viewerOf } from '#features/route-deps.ts';
import { idempotencyHeaders, writeOnce } from '#features/write-once.ts';
import { localMoment } from '#shared/day.ts';
import { editTask } from './edit-task.ts';
import { listTasks, oneTask } from './list-tasks.ts';
import { newTasks, readTask, taskEdit, tasksPage, tasksQuestion } from './task-schema.ts';
import { assignedTasks, requireAssignee } from './task-subjects.ts';
import { writeTasks } from './write-tasks.ts';

const written = z.object({
  tasks: z.array(z.object({ id: z.string(), assigneeId: z.string(), version: z.number() })),
});

/** What colleagues should do by a day, and what came of it. */
export const tasksRoutes: FastifyPluginAsyncZod<RouteDeps> = async (server, deps) => {
  server.post(
    '/api/v1/tasks',
    {
      config: { permission: 'tasks.write' },
      schema: {
        summary: 'Give one or many follow-ups to colleagues, all or none',
        tags: ['tasks'],
        headers: idempotencyHeaders,
        body: newTasks,
        response: { 201: written },
      },
    },
    async (request, reply) => {
      const viewer = viewerOf(request);
      const asking = await askingOf(deps, viewer);
      const today = localMoment(asking.now, viewer.workspace.zone).day;
      const tasks = await assignedTasks(asking, request.body.tasks, viewer.personId);
      const key = request.headers['idempotency-key'];
      const once = { key, viewer, request: 'POST /api/v1/tasks', body: request.body };
      const answer = await deps.store.transaction((tx) =>
        writeOnce(tx, once, () => writeTasks(tx, tasks, { keyring: deps.keyring, viewer, today })),
      );
      return reply.code(201).send(answer);
    },
  );

  server.get(
    '/api/v1/tasks',
    {
      config: { permission: 'data.read' },
      schema: {
        summary: 'Follow-ups of the viewer’s people and customers: open ones by due day, done ones latest first',
        tags: ['tasks'],
        querystring: tasksQuestion,
        response: { 200: tasksPage },
      },
    },
    async (request) => {
      const viewer = viewerOf(request);
      return listTasks(await askingOf(deps, viewer), deps, { ...request.query, personId: viewer.personId });
    },
  );

  server.put(
    '/api/v1/tasks/:id',
    {
      config: { permission: 'tasks.write' },
      schema: {
        summary: 'Edit a follow-up, close it with its outcome, or open it again',
        tags: ['tasks'],
        params: z.object({ id: z.string().max(100) }),
        body: taskEdit,
        response: { 200: readTask },
      },
    },
    async (request) => {
      const viewer = viewerOf(request);
      const { id } = request.params;
      const asking = await askingOf(deps, viewer);
      await oneTask(asking, deps, id);
      if (request.body.assigneeId) await requireAssignee(asking, request.body.assigneeId);
      const today = localMoment(asking.now, viewer.workspace.zone).day;
      const on = { keyring: deps.keyring, workspaceId: viewer.workspace.id, id, today };
      await deps.store.transaction((tx) => editTask(tx, request.body, on));
      return oneTask(await askingOf(deps, viewer), deps, id);
    },
  );
};
