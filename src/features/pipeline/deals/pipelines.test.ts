import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestServer, testServer } from '#testing/test-server.ts';
import type { PipelineTemplate } from './pipeline-templates.ts';
import type { ReadPipeline } from './pipelines.ts';

let at: TestServer;
let admin: string;

beforeAll(async () => {
  at = await testServer();
  admin = await at.key({ role: 'admin' });
});
afterAll(() => at.close());

async function list() {
  const response = await at.call('/api/v1/pipelines', { key: admin });
  return (await response.json()) as { pipelines: ReadPipeline[]; templates: PipelineTemplate[] };
}

async function write(body: unknown, id?: string) {
  const method = id === undefined ? 'POST' : 'PUT';
  const path = id === undefined ? '/api/v1/pipelines' : `/api/v1/pipelines/${id}`;
  const response = await at.call(path, { method, key: admin, body });
  const answer = (await response.json()) as { id: string; code?: string; details?: { detail: { zh: string } }[] };
  return { status: response.status, ...answer };
}

const byName = async (name: string) => (await list()).pipelines.find((pipeline) => pipeline.name === name);

test('every industry has a template with rising chances and limits of days', async () => {
  const { templates } = await list();
  expect(templates.map(({ id }) => id)).toEqual([
    'software',
    'manufacturing',
    'retail_distribution',
    'real_estate',
    'education',
  ]);
  for (const { stages } of templates) {
    const chances = stages.map(({ probability }) => probability);
    expect(chances).toEqual([...chances].sort((left, right) => left - right));
    expect(stages.every(({ dwellLimitDays }) => dwellLimitDays > 0)).toBe(true);
  }
});

test('a pipeline of a template is added beside the others, with stages for what is decided', async () => {
  const [template] = (await list()).templates;
  const stages = template?.stages.map((stage) => ({ ...stage, name: stage.name.zh }));
  expect((await write({ name: '软件直销', stages })).status).toBe(201);
  const made = await byName('软件直销');
  expect(made?.stages.map(({ kind }) => kind)).toEqual([...Array(6).fill('open'), 'won', 'lost', 'disqualified']);
  expect(made?.stages[1]).toMatchObject({ name: '需求调研', probability: 0.2, dwellLimitDays: 14 });
  expect((await write({ name: '软件直销', stages })).code).toBe('conflict');
});

test('stages are renamed, put in another order and added', async () => {
  const { id } = await write({ name: '甲', stages: [{ name: '一' }, { name: '二' }] });
  const [one, two] = (await byName('甲'))?.stages ?? [];
  const stages = [
    { id: two?.id, name: '二改' },
    { name: '新' },
    { id: one?.id, name: '一', probability: 0.3, dwellLimitDays: 9 },
  ];
  expect((await write({ name: '甲改', stages }, id)).status).toBe(200);
  const now = (await byName('甲改'))?.stages.filter(({ kind }) => kind === 'open');
  expect(now?.map(({ name }) => name)).toEqual(['二改', '新', '一']);
  expect(now?.[2]).toMatchObject({ id: one?.id, probability: 0.3, dwellLimitDays: 9 });
});

test('a stage in which a deal stood is not removed, an unused one is', async () => {
  const { id } = await write({ name: '乙', stages: [{ name: '一' }, { name: '二' }] });
  const [one, two] = (await byName('乙'))?.stages ?? [];
  const deal = { name: '商机', pipelineId: id };
  expect((await at.call('/api/v1/opportunities', { key: admin, body: deal })).status).toBe(201);
  const refused = await write({ name: '乙', stages: [{ id: two?.id, name: '二' }] }, id);
  expect(refused.details?.[0]?.detail.zh).toBe('阶段“一”有1个商机用过，不能删除；可以改名');
  expect((await write({ name: '乙', stages: [{ id: one?.id, name: '一' }] }, id)).status).toBe(200);
  expect((await byName('乙'))?.stages.map(({ name }) => name)).toEqual(['一', '赢单', '输单', '无效']);
});

test('two stages of one name, a stage of another pipeline and an unknown pipeline are refused', async () => {
  const foreign = (await byName('软件直销'))?.stages[0]?.id;
  const twice = await write({ name: '丙', stages: [{ name: '一' }, { name: '一' }] });
  expect([twice.status, twice.details?.[0]?.detail.zh]).toEqual([422, '阶段“一”重复了']);
  expect((await write({ name: '丙', stages: [{ id: foreign, name: '一' }] })).status).toBe(422);
  expect((await write({ name: '丙', stages: [{ name: '一' }] }, 'nowhere')).status).toBe(404);
});
