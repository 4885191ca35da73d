import { beforeAll, describe, expect, test } from 'vitest';
import { systemActor } from '@/lib/auth/actor';
import { callOn } from '@/lib/bulk/calls';
import { answerOf, insertLiveAt } from '@/lib/bulk/changes/retarget.fixture';
import { workOn } from '@/lib/bulk/step';
import { db } from '@/lib/db/client';
import { KEY_PERMISSIONS } from '@/lib/keys/limits';
import { createKey } from '@/lib/keys/service';
import { inAnHour } from '@/lib/live/live.fixture';
import { useDatabase } from '@/lib/testing/database';
import { insertApp, insertCode } from '@/lib/testing/factories';
import { ask } from './ask.fixture';

useDatabase();

let appId: string;
let otherApp: string;
let key: string;

beforeAll(async () => {
  [appId, otherApp] = [(await insertApp({ mode: 'SANDBOX' })).id, (await insertApp({ mode: 'SANDBOX' })).id];
  const given = { name: '收银', permissions: [...KEY_PERMISSIONS], addresses: [], days: 1, appIds: [appId] };
  key = (await createKey(systemActor('test'), given)).key;
});

const table = (t: string, app = appId) => insertLiveAt(systemActor('test'), app, { t });
const post = (path: string, body?: object, as = key) => ask('POST', path, { key: as, ...(body && { body }) });
const retarget = (body: object) => post('/codes/many/retarget', body);
const action = (id: unknown) => ask('GET', `/actions/${String(id)}`, { key });
const led = (page: string, t: string) => ({ state: 'open', page, parameters: { t } });

describe('what many live codes lead to', () => {
  test('is changed by ids beside a code that is not live, told as done by the key, and taken back', async () => {
    const [one, two] = [await table('1'), await table('2')];
    const plain = await insertCode({ miniProgramId: appId });
    const { status, json } = await retarget({ codeIds: [one.id, two.id, plain.id], page: 'pages/new' });
    expect(status).toBe(200);
    expect(json).toMatchObject({ kind: 'retarget', state: 'FINISHED', total: 3, changed: 2, failed: 0 });
    expect(await answerOf(two.key)).toEqual(led('pages/new', '2'));
    const { json: live } = await ask('GET', `/codes/${one.id}/live`, { key });
    expect(live).toMatchObject({ now: { byName: '收银', page: 'pages/new' } });
    expect((await action(json.id)).json).toMatchObject({ id: json.id, changed: 2, canUndo: true });
    const undo = await post(`/actions/${String(json.id)}/undo`);
    expect(undo.json).toMatchObject({ isUndo: true, changed: 2 });
    expect(await answerOf(two.key)).toEqual(led('pages/old', '2'));
    const again = await post(`/actions/${String(json.id)}/undo`);
    expect(again).toMatchObject({ status: 409, json: { code: 'BULK_NO_UNDO' } });
  });

  test('is changed by filters, for no other number than was seen', async () => {
    const mark = 'v-by-filter';
    const { id, key: liveKey } = await table('1');
    await db().code.update({ where: { id }, data: { name: mark } });
    const filters = { q: mark };
    const wrong = await retarget({ filters, count: 2, isPaused: true });
    expect(wrong).toMatchObject({ status: 409, json: { code: 'BULK_COUNT_CHANGED' } });
    const paused = { state: 'paused', message: '稍后' };
    expect(await retarget({ filters, count: 1, isPaused: true, message: '稍后' })).toMatchObject({
      json: { changed: 1 },
    });
    expect(await answerOf(liveKey)).toEqual(paused);
    expect(await retarget({ filters, isPaused: false, page: '' })).toMatchObject({ json: { changed: 1 } });
    expect(await answerOf(liveKey)).toEqual(led('', '1'));
  });

  test('is planned with rules, which keep the parameters of each, and taken back before it begins', async () => {
    const { id } = await table('7');
    const rules = [{ share: 20, page: 'pages/trial', parameters: { from: 'a' } }];
    const { json } = await retarget({ codeIds: [id], rules, startsAt: inAnHour() });
    const planned = async () => (await ask('GET', `/codes/${id}/live`, { key })).json.planned;
    expect(await planned()).toMatchObject([
      { rules: [{ share: 20, page: 'pages/trial', parameters: { t: '7', from: 'a' } }] },
    ]);
    await post(`/actions/${String(json.id)}/undo`);
    expect(await planned()).toEqual([]);
  });

  test.each([
    ['nothing that changes', { codeIds: ['x'] }, 'parameters'],
    ['no codes', { page: 'pages/a' }, 'codeIds'],
    ['ids and filters', { codeIds: ['x'], filters: {}, page: 'pages/a' }, 'filters'],
    ['a rule that always holds', { filters: {}, rules: [{ page: 'pages/a' }] }, 'rules.0.share'],
    ['a moment that is over', { filters: {}, page: 'a', startsAt: '2020-01-01T00:00' }, 'startsAt'],
  ])('is refused with %s, and the field is named', async (_what, body, field) => {
    const ids = 'codeIds' in body ? { codeIds: [(await table('1')).id] } : {};
    expect(await retarget({ ...body, ...ids })).toMatchObject({ status: 400, json: { errors: [{ field }] } });
  });

  test('of another brand is not there', async () => {
    const theirs = await table('1', otherApp);
    const refused = await retarget({ codeIds: [theirs.id], page: 'pages/new' });
    expect(refused).toMatchObject({ status: 404 });
    expect(await answerOf(theirs.key)).toEqual(led('pages/old', '1'));
  });

  test('goes on in the background for more than five hundred', async () => {
    const codes = [];
    for (let n = 0; n < 505; n += 1) codes.push(await table(String(n)));
    const { json } = await retarget({ codeIds: codes.map(({ id }) => id), page: 'pages/new' });
    expect(json).toMatchObject({ state: 'RUNNING', done: 500, total: 505 });
    while (await workOn(String(json.id), 100));
    expect((await action(json.id)).json).toMatchObject({ state: 'FINISHED', changed: 505 });
  });
});

test('codes of the trial version get release codes, and the action tells when they are made', async () => {
  const body = { miniProgramId: appId, endpoint: 'getwxacodeunlimit', scene: 'p=1', envVersion: 'trial' };
  const made = await post('/codes', { ...body, checkPath: false });
  const { id } = Object(made.json.code);
  const { status, json } = await post('/codes/many/promote', { codeIds: [id] });
  expect([status, json]).toMatchObject([200, { kind: 'promote', state: 'RUNNING', canUndo: false }]);
  while (await callOn(String(json.id), () => false));
  expect((await action(json.id)).json).toMatchObject({ state: 'FINISHED', changed: 1, failed: 0 });
  const releases = await db().code.findMany({ where: { miniProgramId: appId, scene: 'p=1' } });
  expect(releases.map(({ envVersion }) => envVersion).sort()).toEqual(['release', 'trial']);
  const stopped = await post(`/actions/${String(json.id)}/stop`);
  expect(stopped.json).toMatchObject({ state: 'FINISHED' });
});
