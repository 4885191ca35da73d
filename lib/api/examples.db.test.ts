import { randomUUID } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { systemActor } from '@/lib/auth/actor';
import { useBatchWorker } from '@/lib/batches/run/run.fixture';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { makeExport } from '@/lib/exports/job/make-export';
import { KEY_PERMISSIONS } from '@/lib/keys/limits';
import { createKey } from '@/lib/keys/service';
import { STARTER_KEYS } from '@/lib/print/starter-keys';
import { useDatabase } from '@/lib/testing/database';
import { insertApp } from '@/lib/testing/factories';
import { ask, clientOf, exampleWith, formOf } from './ask.fixture';
import { hasEtag } from './endpoint';
import { ENDPOINTS } from './endpoints';
import type { ExampleId } from './example-ids';

const worker = useBatchWorker(useDatabase());
vi.setConfig({ testTimeout: 120_000 });

/** A program with a Mini Program of its own. */
async function openProgram(seesAll = false) {
  const { id: miniProgramId } = await insertApp({ mode: 'SANDBOX' });
  const { key } = await createKey(systemActor('test'), {
    ...{
      name: '收银',
      permissions: [...KEY_PERMISSIONS],
      appIds: seesAll ? null : [miniProgramId],
      addresses: [],
      days: 1,
    },
  });
  return { key, miniProgramId, client: clientOf(key) };
}

type Program = Awaited<ReturnType<typeof openProgram>>;

/** What was answered. */
async function told<Data>(asked: Promise<{ data?: Data; error?: unknown }>): Promise<Data> {
  const { data, error } = await asked;
  if (data === undefined) throw new Error(JSON.stringify(error));
  return data;
}

const mark = () => randomUUID().slice(0, 8);

async function newCode({ miniProgramId, client }: Program) {
  const body = { miniProgramId, endpoint: 'getwxacodeunlimit', scene: mark() } as const;
  return (await told(client.POST('/codes', { body }))).code.id;
}

async function liveCode({ miniProgramId, client }: Program) {
  const live = { page: '', parameters: { t: '1' } };
  const body = { miniProgramId, endpoint: 'getwxacodeunlimit', live } as const;
  return (await told(client.POST('/codes', { body }))).code.id;
}

async function newBatch({ miniProgramId, client }: Program, start = true) {
  const { batch } = await told(
    client.POST('/batches', {
      body: {
        miniProgramId,
        endpoint: 'getwxacodeunlimit',
        rows: [{ scene: 't=1' }, { scene: 't=2' }],
        start,
      },
    }),
  );
  return batch.id;
}

async function newExport(program: Program) {
  const body = { codeIds: [await newCode(program)] };
  return (await told(program.client.POST('/exports', { body }))).id;
}

const at = <Path>(path: Path) => ({ params: { path } });

async function failedBatch(program: Program) {
  const batchId = await newBatch(program);
  const running = await worker.start();
  const state = async () => (await told(program.client.GET('/batches/{batchId}', at({ batchId })))).state;
  while ((await state()) === 'RUNNING') await clock.sleep(100);
  await worker.stop(running);
  const failed = { status: 'FAILED', failureKey: 'timeout', failureReason: 'network' } as const;
  await db().code.updateMany({ where: { batchId }, data: failed });
  return batchId;
}

async function failedExport(program: Program) {
  const id = await newExport(program);
  await db().export.update({ where: { id }, data: { state: 'FAILED', failure: 'broken' } });
  return id;
}

async function madeExport(program: Program) {
  const id = await newExport(program);
  await makeExport(id);
  return id;
}

async function pausedBatch(program: Program) {
  const batchId = await newBatch(program);
  await told(program.client.POST('/batches/{batchId}/pause', at({ batchId })));
  return batchId;
}

async function trashedCode(program: Program) {
  const codeId = await newCode(program);
  await program.client.DELETE('/codes/{codeId}', at({ codeId }));
  return codeId;
}

async function failedCode(program: Program) {
  const id = await newCode(program);
  await db().code.update({ where: { id }, data: { status: 'FAILED', failureKey: 'timeout' } });
  return id;
}

const newTag = async ({ client }: Program) =>
  (await told(client.POST('/tags', { body: { name: mark(), color: 'red' } }))).id;
const newFolder = async ({ client }: Program) =>
  (await told(client.POST('/folders', { body: { name: mark() } }))).id;

type Makers = Partial<Record<ExampleId, (program: Program) => Promise<string>>>;

const newAction = async (program: Program) => {
  const body = { codeIds: [await liveCode(program)], page: 'pages/new' };
  return (await told(program.client.POST('/codes/many/retarget', { body }))).id;
};

const USUAL: Makers = {
  actionId: newAction,
  codeId: newCode,
  batchId: newBatch,
  exportId: madeExport,
};
const NEEDED: Record<string, Makers> = {
  ...{ restoreCode: { codeId: trashedCode }, retryCode: { codeId: failedCode } },
  ...{ getLive: { codeId: liveCode }, setLiveTarget: { codeId: liveCode } },
  ...{ retargetCodes: { codeId: liveCode }, promoteCodes: { codeId: newCode } },
  ...{ resumeBatch: { batchId: pausedBatch }, retryBatch: { batchId: failedBatch } },
  retryExport: { exportId: failedExport },
};
const DRAFT: Makers = { batchId: (program) => newBatch(program, false) };
for (const id of ['deleteBatch', 'listCheckedRows', 'startBatch']) NEEDED[id] = DRAFT;

const all = ENDPOINTS.map((endpoint) => [endpoint.id, endpoint] as const);

test.each(all)('the example of %s is answered as it is declared', async (id, endpoint) => {
  const program = await openProgram(id === 'listAudit');
  const makers: Makers = { ...USUAL, tagId: newTag, folderId: newFolder, ...NEEDED[id] };
  const made = async (name: ExampleId) =>
    endpoint.path.includes(`{${name}}`) || NEEDED[id]?.[name]
      ? ((await makers[name]?.(program)) ?? '')
      : randomUUID();
  const ids = {
    miniProgramId: program.miniProgramId,
    ...{ codeId: await made('codeId'), batchId: await made('batchId'), exportId: await made('exportId') },
    actionId: await made('actionId'),
    ...{ tagId: await made('tagId'), folderId: await made('folderId') },
  };
  if (id === 'createExport') await newCode(program);
  const { path, body } = exampleWith(endpoint, ids);
  const answer = await ask(endpoint.method, path, { key: program.key, body });
  expect(answer.status, answer.text.slice(0, 500)).toBe(endpoint.status);
  if (endpoint.output instanceof z.ZodType) expect(endpoint.output.parse(answer.json)).toEqual(answer.json);
  else if (endpoint.output) expect(endpoint.output).toContain(answer.headers.get('content-type'));
  else expect(answer.text).toBe('');
  expect(answer.headers.has('etag')).toBe(hasEtag(endpoint));
});

test.each(all)('%s shows what is sent and what is answered', (_id, { output, body, example, isForm }) => {
  const sent = isForm ? Object.fromEntries(formOf(Object(example?.body))) : example?.body;
  if (body) expect(body.safeParse(sent)).toMatchObject({ success: true });
  if (output instanceof z.ZodType) expect(output.parse(example?.answer)).toEqual(example?.answer);
});

test('each design that is listed can be printed on what it is made for', async () => {
  const program = await openProgram(false);
  const { client } = program;
  await newCode(program);
  const { items } = await told(client.GET('/designs'));
  expect(items.filter(({ builtIn }) => builtIn).map(({ key }) => key)).toEqual([...STARTER_KEYS]);
  for (const { key: design, stock } of items) {
    const body = { filters: {}, format: 'pdf', print: { design, stock } } as const;
    expect((await client.POST('/exports', { body })).response.status, design).toBe(202);
  }
  const body = { filters: {}, format: 'pdf', print: { design: 'shelf', stock: 'L1' } };
  const refused = await ask('POST', '/exports', { key: program.key, body });
  expect(refused).toMatchObject({ status: 400, json: { errors: [{ field: 'print.stock' }] } });
});
