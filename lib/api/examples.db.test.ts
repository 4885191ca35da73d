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
import { useDatabase } from '@/lib/testing/database';
import { insertApp } from '@/lib/testing/factories';
import { ask, exampleWith } from './ask.fixture';
import { ENDPOINTS } from './endpoints';
import { NEW_BATCH } from './batches/examples';
import type { ExampleId } from './example-ids';

const worker = useBatchWorker(useDatabase());
vi.setConfig({ testTimeout: 120_000 });

const idIn = (json: unknown) => z.object({ id: z.string() }).parse(json).id;

/** A program with a Mini Program of its own. */
async function openProgram() {
  const { id: miniProgramId } = await insertApp({ mode: 'SANDBOX' });
  const { key } = await createKey(systemActor('test'), {
    ...{ name: '收银', permissions: [...KEY_PERMISSIONS], appIds: [miniProgramId], addresses: [], days: 1 },
  });
  const send = async (method: string, path: string, body?: unknown) => {
    const told = await ask(method, path, { key, body });
    expect(told.status, told.text).toBeLessThan(300);
    return told.json;
  };
  return { key, miniProgramId, send };
}

type Program = Awaited<ReturnType<typeof openProgram>>;

async function newCode({ miniProgramId, send }: Program, more: object = { scene: randomUUID().slice(0, 8) }) {
  const { code } = await send('POST', '/codes', { miniProgramId, endpoint: 'getwxacodeunlimit', ...more });
  return idIn(code);
}

async function newBatch({ miniProgramId, send }: Program, start = true) {
  const { batch } = await send('POST', '/batches', { ...NEW_BATCH, miniProgramId, start });
  return idIn(batch);
}

const newExport = async (program: Program) =>
  idIn(await program.send('POST', '/exports', { codeIds: [await newCode(program)] }));

async function failedBatch(program: Program) {
  const batchId = await newBatch(program);
  const running = await worker.start();
  while ((await program.send('GET', `/batches/${batchId}`)).state === 'RUNNING') await clock.sleep(100);
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
  const id = await newBatch(program);
  await program.send('POST', `/batches/${id}/pause`);
  return id;
}

async function trashedCode(program: Program) {
  const id = await newCode(program);
  await program.send('DELETE', `/codes/${id}`);
  return id;
}

async function failedCode(program: Program) {
  const id = await newCode(program);
  await db().code.update({ where: { id }, data: { status: 'FAILED', failureKey: 'timeout' } });
  return id;
}

const liveCode = (program: Program) => newCode(program, { live: { page: '', parameters: { t: '1' } } });
const newTag = async ({ send }: Program) =>
  idIn(await send('POST', '/tags', { name: randomUUID().slice(0, 8), color: 'red' }));
const newFolder = async ({ send }: Program) =>
  idIn(await send('POST', '/folders', { name: randomUUID().slice(0, 8) }));

type Makers = Partial<Record<ExampleId, (program: Program) => Promise<string>>>;

const USUAL: Makers = { codeId: newCode, batchId: newBatch, exportId: madeExport };
const NEEDED: Record<string, Makers> = {
  ...{ restoreCode: { codeId: trashedCode }, retryCode: { codeId: failedCode } },
  ...{ getLive: { codeId: liveCode }, setLiveTarget: { codeId: liveCode } },
  ...{ resumeBatch: { batchId: pausedBatch }, retryBatch: { batchId: failedBatch } },
  retryExport: { exportId: failedExport },
};
const DRAFT: Makers = { batchId: (program) => newBatch(program, false) };
for (const id of ['deleteBatch', 'listCheckedRows', 'startBatch']) NEEDED[id] = DRAFT;

const all = ENDPOINTS.map((endpoint) => [endpoint.id, endpoint] as const);

test.each(all)('the example of %s is answered as it is declared', async (id, endpoint) => {
  const program = await openProgram();
  const makers: Makers = { ...USUAL, tagId: newTag, folderId: newFolder, ...NEEDED[id] };
  const made = async (name: ExampleId) =>
    endpoint.path.includes(`{${name}}`) ? ((await makers[name]?.(program)) ?? '') : randomUUID();
  const ids = {
    miniProgramId: program.miniProgramId,
    ...{ codeId: await made('codeId'), batchId: await made('batchId'), exportId: await made('exportId') },
    ...{ tagId: await made('tagId'), folderId: await made('folderId') },
  };
  if (id === 'createExport') await newCode(program);
  const { path, body } = exampleWith(endpoint, ids);
  const told = await ask(endpoint.method, path, { key: program.key, body });
  expect(told.status, told.text.slice(0, 500)).toBe(endpoint.status);
  if (endpoint.output instanceof z.ZodType) expect(endpoint.output.parse(told.json)).toEqual(told.json);
  else if (endpoint.output) expect(endpoint.output).toContain(told.headers.get('content-type'));
  else expect(told.text).toBe('');
});

test.each(all)('%s shows what is sent and what is answered', (_id, { output, body, example }) => {
  if (body) expect(body.safeParse(example?.body)).toMatchObject({ success: true });
  if (output instanceof z.ZodType) expect(output.parse(example?.answer)).toEqual(example?.answer);
});
