import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { clock } from '@/lib/clock';
import { systemActor } from '@/lib/auth/actor';
import { savePreset } from '@/lib/batches/plan/presets';
import { useBatchWorker } from '@/lib/batches/run/run.fixture';
import { getCode } from '@/lib/codes/find/queries';
import { db } from '@/lib/db/client';
import { makeExport } from '@/lib/exports/job/make-export';
import { openArchive } from '@/lib/exports/export.fixture';
import { KEY_PERMISSIONS } from '@/lib/keys/limits';
import { createKey } from '@/lib/keys/service';
import { useDatabase } from '@/lib/testing/database';
import { insertApp, quotaState } from '@/lib/testing/factories';
import { answerProgram } from './answer';
import { ask, formOf } from './ask.fixture';
import { ENDPOINTS } from './endpoints';

const database = useDatabase();
const worker = useBatchWorker(database);
vi.setConfig({ testTimeout: 120_000 });

let appId: string;
let key: string;
const asked = new Set<string>();

beforeAll(async () => {
  appId = (await insertApp({ mode: 'SANDBOX' })).id;
  const given = { name: '收银', permissions: [...KEY_PERMISSIONS], addresses: [], days: 1 };
  key = (await createKey(systemActor('test'), { ...given, appIds: [appId] })).key;
});

/** Asks a route by its name, and looks whether the answer is what it declares. */
async function call(id: string, { search = '', ...ids }: Record<string, string> = {}, body?: unknown) {
  const endpoint = ENDPOINTS.find((one) => one.id === id);
  if (!endpoint) throw new Error(`no route ${id}`);
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? '');
  const told = await ask(endpoint.method, path + search, { key, body });
  if (told.status >= 400) return told;
  asked.add(id);
  expect(told.status).toBe(endpoint.status);
  if (endpoint.output instanceof z.ZodType) expect(endpoint.output.parse(told.json)).toEqual(told.json);
  return told;
}

const rows = (count: number, mark = randomUUID().slice(0, 8)) =>
  Array.from({ length: count }, (_, at) => ({ scene: `${mark}${at}`, name: `${at + 1} 号桌` }));

const newBatch = (more: object = {}) => ({
  ...{ miniProgramId: appId, endpoint: 'getwxacodeunlimit', name: '桌码', rows: rows(3), ...more },
});

const made = z.object({ batch: z.object({ id: z.string() }) });
const exportMade = z.object({ id: z.string() });

async function createdBatch(more: object = {}) {
  const { json } = await call('createBatch', {}, newBatch(more));
  return { batchId: made.parse(json).batch.id, json };
}

async function over(batchId: string) {
  for (;;) {
    const { json } = await call('getBatch', { batchId });
    if (json.state !== 'RUNNING') return json;
    await clock.sleep(100);
  }
}

describe('a batch', () => {
  test('is checked first, costs nothing, and runs when it is started', async () => {
    const { batchId, json } = await createdBatch();
    expect(json).toMatchObject({
      batch: { state: 'DRAFT', source: 'rows', createdBy: '收银' },
      check: { counts: { new: 3, invalid: 0 }, obstacle: null, problems: [] },
    });
    const checked = await call('listCheckedRows', { batchId });
    expect(checked.json).toMatchObject({ items: [{ row: 1, verdict: 'new', name: '1 号桌' }, {}, {}] });
    expect(await db().code.count({ where: { batchId } })).toBe(0);
    const started = await call('startBatch', { batchId }, { seen: { newRows: 3, needed: 0 } });
    expect(started.json).toMatchObject({ state: 'RUNNING', counts: { total: 3, waiting: 3 } });
    const running = await worker.start();
    expect(await over(batchId)).toMatchObject({ state: 'FINISHED', counts: { made: 3, waiting: 0 } });
    await worker.stop(running);
    const listed = await call('listRows', { batchId, search: '?status=made' });
    expect(listed.json).toMatchObject({
      items: [{ row: 1, line: 1, status: 'made', page: null }, {}, {}],
      nextAfter: null,
    });
    expect((await call('listBatches', { search: '?tab=done' })).json).toMatchObject({
      items: [{ id: batchId }],
    });
  });

  test('is paused, resumed and cancelled, and says in which state that does not go', async () => {
    const { batchId } = await createdBatch({ start: true });
    expect((await call('pauseBatch', { batchId })).json).toMatchObject({ state: 'PAUSED' });
    expect(await call('pauseBatch', { batchId })).toMatchObject({
      status: 409,
      json: { code: 'BATCH_STATE' },
    });
    expect((await call('resumeBatch', { batchId })).json).toMatchObject({ state: 'RUNNING' });
    expect((await call('cancelBatch', { batchId })).json).toMatchObject({ state: 'CANCELLED' });
    expect(await call('startBatch', { batchId })).toMatchObject({ json: { code: 'BATCH_STARTED' } });
    expect(await call('deleteBatch', { batchId })).toMatchObject({ json: { code: 'BATCH_STARTED' } });
  });

  test('tries failed rows once more', async () => {
    const { batchId } = await createdBatch({ start: true });
    expect(await call('retryBatch', { batchId })).toMatchObject({ json: { code: 'BATCH_NO_FAILURE' } });
    const running = await worker.start();
    await over(batchId);
    await worker.stop(running);
    const failed = { status: 'FAILED', failureKey: 'timeout', failureReason: 'network' } as const;
    await db().code.updateMany({ where: { batchId }, data: failed });
    expect((await call('retryBatch', { batchId })).json).toMatchObject({
      ...{ state: 'RUNNING', counts: { waiting: 3 } },
    });
  });

  test('takes every value as it was sent: what a spreadsheet would have spoilt is not spoilt here', async () => {
    const scenes = ['1E10', '007', '2-1', '123456789012345678'];
    const { batchId } = await createdBatch({
      rows: scenes.map((scene) => ({ scene, width: 300, lineColor: { r: 1, g: 2, b: 3 }, isHyaline: true })),
      start: true,
    });
    const stored = await db().batchRow.findMany({ where: { batchId }, orderBy: { rowNumber: 'asc' } });
    const look = { width: 300, lineColor: { r: 1, g: 2, b: 3 }, isHyaline: true };
    expect(stored.map(({ parameters }) => parameters)).toMatchObject(
      scenes.map((scene) => ({ scene, ...look })),
    );
  });

  test('stays a draft, and says why, where rows are bad', async () => {
    const bad = [...rows(2), { scene: '中文' }, { scene: '' }];
    const { batchId, json } = await createdBatch({ rows: bad, start: true });
    expect(json).toMatchObject({
      batch: { state: 'DRAFT' },
      check: { counts: { new: 2, invalid: 2 }, obstacle: 'badRows' },
    });
    const problems = z.object({ check: z.object({ problems: z.array(z.unknown()) }) }).parse(json);
    expect(problems.check.problems).toContainEqual({
      ...{
        field: 'scene',
        code: 'wechat.issues.sceneCharacters',
        detail: expect.any(String),
        rows: 1,
        firstLine: 3,
      },
    });
    expect(await call('startBatch', { batchId })).toMatchObject({ json: { code: 'BATCH_BAD_ROWS' } });
    expect(await call('deleteBatch', { batchId })).toMatchObject({ status: 204 });
    const skipping = await createdBatch({ rows: bad, policy: 'skip', start: true });
    expect(skipping.json).toMatchObject({ batch: { state: 'RUNNING', counts: { skipped: 2 } } });
  });

  test.each([
    ['rows.0.scene', { rows: [{ name: '没有' }] }, 'errors.issues.required'],
    ['rows.1.scene', { rows: [{ scene: 'a' }, { scene: 7 }] }, 'errors.issues.type'],
    ['rows.0.colour', { rows: [{ scene: 'a', colour: 'red' }] }, 'errors.issues.unknownKey'],
    ['rows', { rows: [] }, 'errors.issues.tooSmall'],
    ['endpoint', { endpoint: 'other' }, 'wechat.issues.endpointUnknown'],
    ['look.width', { look: { width: 1 } }, 'wechat.issues.widthRange'],
    ['policy', { policy: 'some' }, 'errors.issues.invalid'],
  ])('is refused as a whole, and nothing is kept: %s', async (field, wrong, code) => {
    const before = [await db().batch.count(), await quotaState(appId)];
    const told = await call('createBatch', {}, newBatch(wrong));
    expect(told).toMatchObject({ status: 400, json: { code: 'INVALID_INPUT', errors: [{ field, code }] } });
    expect([await db().batch.count(), await quotaState(appId)]).toEqual(before);
  });
});

describe('a batch from a file', () => {
  const table = (text: string, more: object = {}, fileName = '桌码.csv') =>
    formOf({ file: text, miniProgramId: appId, ...more }, fileName);
  const upload = (text: string, more?: object, fileName?: string) =>
    call('createBatchFromFile', {}, table(text, more, fileName));
  const stores = (mark: string) => `门店编号,桌号\n${mark},1\n${mark},2\n`;
  const fixture = (name: string) => readFileSync(`lib/batches/table/fixtures/${name}`);
  const fileOf = (bytes: Uint8Array<ArrayBuffer>, name: string) => new File([bytes], name);
  const newMark = () => randomUUID().slice(0, 6);

  test('is understood as in the console, and says what was taken for what', async () => {
    const { json } = await upload(stores(newMark()));
    expect(json).toMatchObject({
      batch: { state: 'DRAFT', source: 'file', name: '桌码', createdBy: '收银' },
      check: { counts: { new: 2, invalid: 0 }, obstacle: null },
      mapping: {
        ...{ endpoint: 'getwxacodeunlimit', columns: ['门店编号', '桌号'] },
        fields: [{ field: 'scene', template: 'store={门店编号}&table={桌号}' }, { field: 'name' }],
      },
    });
    const started = await upload(stores(newMark()), { start: 'true', name: '春季' });
    expect(started.json).toMatchObject({ batch: { state: 'RUNNING', name: '春季', counts: { total: 2 } } });
  });

  test('is understood alike by a key that sees no codes', async () => {
    const permissions = ['batches.read', 'batches.write'] as const;
    const given = { name: '少', permissions: [...permissions], appIds: [appId], addresses: [], days: 1 };
    const { key: less } = await createKey(systemActor('test'), given);
    const { json } = await ask('POST', '/batches/file', { key: less, body: table(stores(newMark())) });
    expect(json).toMatchObject({ mapping: { fields: [{ template: 'store={门店编号}&table={桌号}' }, {}] } });
  });

  test('may be a workbook; a sheet that it has not is named', async () => {
    const file = fileOf(Uint8Array.from(fixture('title-rows.xlsx')), 'title-rows.xlsx');
    const form = formOf({ file, miniProgramId: appId });
    expect((await call('createBatchFromFile', {}, form)).json).toMatchObject({
      batch: { name: 'title-rows' },
    });
    form.set('sheet', '没有');
    expect(await call('createBatchFromFile', {}, form)).toMatchObject({
      ...{ status: 400, json: { errors: [{ field: 'sheet', code: 'batchIssues.sheetMissing' }] } },
    });
  });

  test('is mapped by a preset, by its name or its id, wherever the columns stand', async () => {
    const mark = newMark();
    const { batch } = made.parse((await upload(stores(mark))).json);
    const id = await savePreset(systemActor('test'), { batchId: batch.id, name: `店桌 ${mark}` });
    const listed = z.object({ items: z.array(z.looseObject({ id: z.string() })) });
    const { items } = listed.parse((await call('listPresets')).json);
    expect(items.find((preset) => preset.id === id)).toMatchObject({
      ...{ name: `店桌 ${mark}`, mapping: { columns: ['门店编号', '桌号'] } },
    });
    for (const preset of [id, `店桌 ${mark}`]) {
      const { json } = await upload(`备注,桌号,门店编号\n,7,${mark}\n`, { preset });
      const { batchId } = { batchId: made.parse(json).batch.id };
      expect((await call('listCheckedRows', { batchId })).json).toMatchObject({
        items: [{ row: 1, line: 2, target: `store=${mark}&table=7` }],
      });
    }
    const count = await db().batch.count();
    expect(await upload('桌号,店名\n1,西湖\n', { preset: id })).toMatchObject({
      status: 400,
      json: {
        errors: [
          {
            ...{ field: 'preset', code: 'batchIssues.templateColumn' },
            detail: 'The table has no column named “门店编号”.',
          },
        ],
      },
    });
    expect(await db().batch.count()).toBe(count);
  });

  test('spends no permanent quota by a guess', async () => {
    const paths = 'path\npages/a?t=1\npages/a?t=2\n';
    expect(await upload(paths)).toMatchObject({ json: { errors: [{ field: 'scene' }] } });
    expect((await upload(paths, { endpoint: 'getwxacode' })).json).toMatchObject({
      ...{ check: { quota: { needed: 2 } }, mapping: { endpoint: 'getwxacode' } },
    });
  });

  test('that is repeated under a key is the same batch, whatever stands between its parts', async () => {
    const [text, headers] = [stores(newMark()), { 'idempotency-key': randomUUID() }];
    const under = (body: FormData) => ask('POST', '/batches/file', { key, body, headers });
    const first = await under(table(text));
    const again = await under(table(text));
    expect([again.json, again.headers.get('idempotency-replayed')]).toEqual([first.json, 'true']);
    expect(await under(table(`${text}${newMark()},3\n`))).toMatchObject({ status: 422 });
  });

  test.each([
    ['file', { file: fileOf(Uint8Array.from(Buffer.from('%PDF-1.7')), 'a.csv') }, 'batchIssues.fileKind'],
    ['file', { file: '' }, 'batchIssues.fileEmpty'],
    ['file', { file: '桌号\n' }, 'batchIssues.noRows'],
    ['file', { file: fileOf(new Uint8Array(21 * 1024 * 1024), 'big.csv') }, 'batchIssues.fileTooBig'],
    ['preset', { preset: '没有' }, 'batchIssues.presetMissing'],
    ['endpoint', { endpoint: 'other' }, 'wechat.issues.endpointUnknown'],
    ['policy', { policy: 'some' }, 'errors.issues.invalid'],
    ['start', { start: 'yes' }, 'errors.issues.invalid'],
    ['headerRow', { headerRow: '0' }, 'errors.issues.tooSmall'],
    ['colour', { colour: 'red' }, 'errors.issues.unknownKey'],
  ])('is refused, and nothing is kept: %s %#', async (field, wrong, code) => {
    const before = [await db().batch.count(), await quotaState(appId)];
    const told = await call('createBatchFromFile', {}, table(stores(newMark()), wrong));
    expect(told).toMatchObject({ status: 400, json: { code: 'INVALID_INPUT', errors: [{ field, code }] } });
    expect([await db().batch.count(), await quotaState(appId)]).toEqual(before);
  });

  test('is refused without a file, for a Mini Program that is not there, and as JSON', async () => {
    const without = formOf({ miniProgramId: appId });
    expect(await call('createBatchFromFile', {}, without)).toMatchObject({
      json: { errors: [{ field: 'file', code: 'errors.issues.required' }] },
    });
    expect(await upload(stores('A'), { miniProgramId: randomUUID() })).toMatchObject({ status: 404 });
    expect(await call('createBatchFromFile', {}, { miniProgramId: appId })).toMatchObject({
      ...{ status: 400, json: { code: 'UNREADABLE' } },
    });
  });
});

test('a row that failed says why, and which page it asked for, in the list and in the file', async () => {
  const { batchId } = await createdBatch({
    rows: [{ scene: randomUUID().slice(0, 8), page: 'pages/new/index' }],
    start: true,
  });
  const running = await worker.start();
  await over(batchId);
  await worker.stop(running);
  const failed = {
    status: 'FAILED',
    failureKey: 'pageNotReleased',
    errcode: 41030,
    errmsg: 'invalid page',
  } as const;
  await db().code.updateMany({ where: { batchId }, data: failed });
  expect((await call('listRows', { batchId, search: '?status=failed' })).json).toMatchObject({
    items: [
      {
        ...{ row: 1, page: 'pages/new/index' },
        failure: { key: 'pageNotReleased', errcode: 41030, detail: expect.stringMatching(/page/i) },
      },
    ],
  });
  expect((await call('getBatch', { batchId })).json).toMatchObject({
    errors: [{ cause: 'pageNotReleased', page: 'pages/new/index', rows: 1 }],
  });
  const { text, headers } = await call('downloadErrors', { batchId });
  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(text).toMatch(/41030 invalid page.*,pages\/new\/index/);
});

describe('an export', () => {
  test('is asked for, made, fetched, and taken off the list', async () => {
    const { json } = await ask('POST', '/codes', {
      ...{ key, body: { miniProgramId: appId, endpoint: 'getwxacodeunlimit', scene: 'x=1', name: '窗边' } },
    });
    const { code } = z.object({ code: z.object({ id: z.string() }) }).parse(json);
    const started = await call('createExport', {}, { codeIds: [code.id] });
    expect(started.json).toMatchObject({ state: 'running', total: 1, url: null, createdBy: '收银' });
    const { id: exportId } = exportMade.parse(started.json);
    expect(started.headers.get('location')).toBe(`/api/v1/exports/${exportId}`);
    expect(await call('downloadExport', { exportId })).toMatchObject({ json: { code: 'EXPORT_STATE' } });
    expect(await call('retryExport', { exportId })).toMatchObject({ json: { code: 'EXPORT_STATE' } });
    await makeExport(exportId);
    const done = await call('getExport', { exportId });
    expect(done.json).toMatchObject({ state: 'finished', count: 1, url: `/api/v1/exports/${exportId}/file` });
    const headers = { authorization: `Bearer ${key}` };
    const file = await answerProgram(new Request(`http://suncode.test${String(done.json.url)}`, { headers }));
    expect(file.headers.get('ratelimit')).toContain('default');
    const { pictures } = await openArchive(Buffer.from(await file.arrayBuffer()));
    expect(pictures.map(({ path }) => path)).toEqual(['窗边.jpg']);
    await call('downloadExport', { exportId });
    await call('listDesigns');
    expect((await call('listExports', { search: '?tab=ready' })).json).toMatchObject({
      items: [{ id: exportId }],
    });
    await db().export.update({ where: { id: exportId }, data: { state: 'FAILED', failure: 'broken' } });
    expect((await call('retryExport', { exportId })).json).toMatchObject({ state: 'running' });
    expect(await call('deleteExport', { exportId })).toMatchObject({ status: 204 });
    expect(await call('deleteExport', { exportId })).toMatchObject({ status: 404 });
  });

  test.each([
    ['of filters', { filters: {}, format: 'csv', language: 'en' }],
    ['of one Mini Program', { filters: { status: 'READY' }, format: 'pictureTable' }],
    ['of pictures for print', { filters: {}, picture: { kind: 'print', widthCm: 8, dpi: 300, type: 'png' } }],
    ['to print', { filters: {}, format: 'pdf', print: { design: 'shelf', stock: 'L7160' } }],
  ])('%s', async (_what, body) => {
    expect((await call('createExport', {}, body)).json).toMatchObject({ state: 'running' });
  });

  test.each([
    ['codeIds', {}, 'errors.issues.required'],
    ['filters', { codeIds: [randomUUID()], filters: {} }, 'errors.issues.unknownKey'],
    ['names', { filters: {}, names: '{' }, 'exports.issues.braceOpen'],
    ['filters.colour', { filters: { colour: 'red' } }, 'errors.issues.unknownKey'],
    ['format', { filters: {}, format: 'rar' }, 'errors.issues.invalid'],
  ])('is refused for %s', async (field, body, code) => {
    const before = await db().export.count();
    const told = await call('createExport', {}, body);
    expect(told).toMatchObject({ status: 400, json: { errors: [{ field, code }] } });
    expect(await db().export.count()).toBe(before);
  });
});

test('what a key makes says so: code, batch and each code of it', async () => {
  const { batchId } = await createdBatch({ start: true });
  const running = await worker.start();
  await over(batchId);
  await worker.stop(running);
  const codes = await db().code.findMany({ where: { batchId } });
  expect(codes.length).toBeGreaterThan(0);
  for (const { id } of codes)
    expect(await getCode(systemActor('test'), id)).toMatchObject({
      ...{ createdBy: null, createdByKey: { name: '收银' } },
    });
  const [event] = await db().auditEvent.findMany({ where: { targetId: batchId, action: 'batch.start' } });
  expect(event).toMatchObject({ actorKind: 'apiKey', actorName: '收银' });
});

test('every route of batches and exports was asked', () => {
  const all = ENDPOINTS.filter(({ tag }) => tag === 'batches' || tag === 'exports').map(({ id }) => id);
  expect([...asked].toSorted()).toEqual(all.toSorted());
});
