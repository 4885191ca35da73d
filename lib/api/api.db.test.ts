import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { systemActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { KEY_PERMISSIONS } from '@/lib/keys/limits';
import { createKey } from '@/lib/keys/service';
import { useDatabase } from '@/lib/testing/database';
import { openBrand, type Ids } from '@/lib/testing/doors/fence-world';
import { insertApp, quotaState } from '@/lib/testing/factories';
import { ask, exampleWith } from './ask.fixture';
import { EXAMPLE_IDS } from './example-ids';
import { ENDPOINTS } from './endpoints';
import type { Endpoint } from './endpoint';

useDatabase();

const MARK = '乙牌';
const NOTHING = randomUUID();
let own: Ids;
let other: Awaited<ReturnType<typeof openBrand>>;
let key: string;

const keyOf = async (appId: string, permissions = KEY_PERMISSIONS.filter(() => true)) =>
  (
    await createKey(systemActor('test'), {
      ...{ name: '收银', permissions, appIds: [appId], addresses: [], days: 1 },
    })
  ).key;

beforeAll(async () => {
  own = await openBrand('甲牌');
  other = await openBrand(MARK);
  key = await keyOf(own.appId);
});

type OwnIds = Pick<Ids, 'appId' | 'codeId' | 'batchId' | 'exportId' | 'bulkId'>;

/** The example of a route, with these ids in the place of its own. */
const exampleOf = (endpoint: Endpoint, { appId: miniProgramId, codeId, batchId, exportId, bulkId }: OwnIds) =>
  exampleWith(endpoint, {
    ...{ miniProgramId, codeId, batchId, exportId, actionId: bulkId, tagId: NOTHING, folderId: NOTHING },
  });

async function stateOf({ appId: miniProgramId }: Ids): Promise<string> {
  const codes = await db().code.findMany({ where: { miniProgramId }, orderBy: { id: 'asc' } });
  const batches = await db().batch.findMany({ where: { miniProgramId }, orderBy: { id: 'asc' } });
  const exports = await db().export.findMany({ orderBy: { id: 'asc' } });
  const work = [batches, exports.map((row) => ({ ...row, sizeBytes: null }))];
  return JSON.stringify([codes, await quotaState(miniProgramId), await db().bulk.count(), work]);
}

const nameOf = ({ id }: Endpoint) => id;
const byName = ENDPOINTS.map((endpoint) => [nameOf(endpoint), endpoint] as const);

test('tags and folders are changed and removed', async () => {
  for (const kind of ['tags', 'folders'] as const) {
    const named = (name: string) => (kind === 'tags' ? { name, color: 'red' } : { name });
    const { json } = await ask('POST', `/${kind}`, { key, body: named(`甲${kind}`) });
    const path = `/${kind}/${String(json.id)}`;
    expect(await ask('PATCH', path, { key, body: named(`乙${kind}`) })).toMatchObject({ status: 204 });
    expect(await ask('DELETE', path, { key })).toMatchObject({ status: 204, text: '' });
    expect(await ask('DELETE', path, { key })).toMatchObject({ status: 404 });
  }
});

describe('of another brand', () => {
  const withIds = byName.filter(
    ([, { path, example }]) =>
      /\{(?:codeId|batchId|exportId|actionId)\}/.test(path) ||
      JSON.stringify(example?.body ?? '').includes(EXAMPLE_IDS.miniProgramId),
  );

  test.each(withIds)('%s answers as if it was not there, and changes nothing', async (_id, endpoint) => {
    const state = await stateOf(other);
    const asked = async (ids: OwnIds) => {
      const { path, body } = exampleOf(endpoint, ids);
      const { status, text } = await ask(endpoint.method, path, { key, body });
      return { status, text };
    };
    const nothing = await asked({
      ...{ appId: NOTHING, codeId: NOTHING, batchId: NOTHING, exportId: NOTHING, bulkId: NOTHING },
    });
    const told = await asked(other);
    expect(told).toEqual(nothing);
    expect(told.text).not.toContain(MARK);
    // A filter by what is not there finds nothing.
    expect(told.text).toMatch(/NOT_FOUND|EXPORT_EMPTY/);
    expect(await stateOf(other)).toBe(state);
  });

  test.each(byName.filter(([, { method, path }]) => method === 'GET' && !path.includes('{')))(
    '%s lists nothing',
    async (_id, { path }) => {
      const { text } = await ask('GET', path, { key });
      expect(text).not.toContain(MARK);
      expect(text).not.toContain(other.appId);
    },
  );
});

describe('ids of another brand', () => {
  test.each(['app', 'batch', 'q', 'creator'])('in the filter %s find nothing', async (name) => {
    const { appId, batchId, maker } = other;
    const value = { app: appId, batch: batchId, q: MARK, creator: maker.id }[name] ?? '';
    const { text } = await ask('GET', `/codes?${new URLSearchParams({ [name]: value })}`, { key });
    expect(text).toBe('{"items":[],"nextCursor":null}');
  });

  test.each(['codeIds', 'batchId', 'filters'])('in the %s of an export make none', async (name) => {
    const state = await stateOf(other);
    const chosen = { codeIds: [other.codeId], batchId: other.batchId, filters: { app: other.appId } }[name];
    const nothing = { codeIds: [NOTHING], batchId: NOTHING, filters: { app: NOTHING } }[name];
    const [told, told2] = [
      await ask('POST', '/exports', { key, body: { [name]: chosen } }),
      await ask('POST', '/exports', { key, body: { [name]: nothing } }),
    ];
    expect([told.status, told.text]).toEqual([told2.status, told2.text]);
    expect(told.status).toBeGreaterThanOrEqual(400);
    expect(await stateOf(other)).toBe(state);
  });
});

describe('without the permission', () => {
  test.each(byName.filter(([, { permission }]) => permission !== 'apps.read'))(
    '%s is refused',
    async (_id, one) => {
      const without = KEY_PERMISSIONS.filter((each) => each !== one.permission);
      const { id } = await createKey(systemActor('test'), {
        ...{
          name: '少',
          permissions: KEY_PERMISSIONS.filter(() => true),
          appIds: null,
          addresses: [],
          days: 1,
        },
      }).then(async (made) => {
        await db().apiKey.update({ where: { id: made.id }, data: { permissions: without } });
        return { id: made.key };
      });
      const { path, body } = exampleOf(one, own);
      const { status, json, headers } = await ask(one.method, path, { key: id, body });
      expect({ status, code: json.code }).toEqual({ status: 403, code: 'FORBIDDEN' });
      expect(headers.get('content-type')).toContain('application/problem+json');
    },
  );
});

const good = () => ({
  miniProgramId: own.appId,
  endpoint: 'getwxacodeunlimit',
  scene: randomUUID().slice(0, 8),
});

describe('what the form refuses', () => {
  test.each([
    ['scene', { scene: '中文' }, 'wechat.issues.sceneCharacters'],
    ['scene', { scene: 'x'.repeat(33) }, 'wechat.issues.sceneTooLong'],
    ['scene', { scene: undefined }, 'wechat.issues.sceneRequired'],
    ['page', { page: '/pages/a' }, 'wechat.issues.pageLeadingSlash'],
    ['width', { width: 279 }, 'wechat.issues.widthRange'],
    ['lineColor.r', { lineColor: { r: 256, g: 0, b: 0 } }, 'wechat.issues.colorRange'],
    ['endpoint', { endpoint: 'other' }, 'wechat.issues.endpointUnknown'],
    ['name', { name: 'x'.repeat(500) }, 'errors.issues.tooLong'],
    ['colour', { colour: 'red' }, 'errors.issues.unknownKey'],
    ['path', { path: 'pages/a' }, 'errors.issues.unknownKey'],
  ])('is refused here: %s %j', async (field, wrong, code) => {
    const state = await stateOf(own);
    const told = await ask('POST', '/codes', { key, body: { ...good(), ...wrong } });
    expect(told).toMatchObject({ status: 400, json: { code: 'INVALID_INPUT', errors: [{ field, code }] } });
    expect(await stateOf(own)).toBe(state);
  });

  test.each([
    ['limit', '/codes?limit=20&limit=100'],
    ['q', '/codes?q=a&q=b'],
    ['status', '/codes?status=READY&status=FAILED'],
  ])('so is a parameter that is asked for twice: %s', async (field, path) => {
    const told = await ask('GET', path, { key });
    expect(told).toMatchObject({ status: 400, json: { code: 'INVALID_INPUT', errors: [{ field }] } });
  });

  test('by the limit of the Mini Program for paths, too', async () => {
    const body = { miniProgramId: own.appId, endpoint: 'getwxacode', path: `p?${'x'.repeat(200)}` };
    const told = await ask('POST', '/codes', { key, body });
    expect(told.json).toMatchObject({ errors: [{ field: 'path', code: 'wechat.issues.pathTooLong' }] });
  });

  test('refuses one of many and none of the others', async () => {
    const items = [good(), { ...good(), scene: '' }, { ...good(), miniProgramId: other.appId }];
    const { json } = await ask('POST', '/codes/many', { key, body: { items } });
    expect(json.items).toMatchObject([
      { index: 0, outcome: 'generated', code: { status: 'READY' } },
      { index: 1, outcome: 'refused', problem: { code: 'INVALID_INPUT', errors: [{ field: 'scene' }] } },
      { index: 2, outcome: 'refused', problem: { code: 'NOT_FOUND' } },
    ]);
  });

  test.each([
    ['{', 400, 'UNREADABLE'],
    ['[]', 400, 'INVALID_INPUT'],
    ['', 400, 'INVALID_INPUT'],
    ['{"scene":"a\\u0000"}', 400, 'INVALID_INPUT'],
  ])('is no JSON that somebody would send: %s', async (body, status, code) => {
    expect(await ask('POST', '/codes', { key, body })).toMatchObject({ status, json: { code } });
  });

  test('is a field of a query that is not known', async () => {
    const told = await ask('GET', '/codes?colour=red', { key });
    expect(told).toMatchObject({ status: 400, json: { errors: [{ field: 'colour' }] } });
  });
});

test('a changed code is changed as a whole, or not at all', async () => {
  const { json } = await ask('POST', '/codes', { key, body: { ...good(), name: '前' } });
  const { code } = z.object({ code: z.object({ id: z.string() }) }).parse(json);
  const tag = await ask('POST', '/tags', { key, body: { name: randomUUID().slice(0, 8), color: 'red' } });
  const tagIds = [String(tag.json.id)];
  const change = (body: object) => ask('PATCH', `/codes/${code.id}`, { key, body });
  const before = [await stateOf(own), await db().auditEvent.count()];
  for (const refused of [{ tagIds: [NOTHING] }, { folderId: NOTHING }, { tagIds, folderId: NOTHING }])
    expect(await change({ name: '后', archived: true, ...refused })).toMatchObject({ status: 404 });
  expect([await stateOf(own), await db().auditEvent.count()]).toEqual(before);
  const whole = await change({ name: '后', tagIds, archived: true });
  expect(whole).toMatchObject({ status: 200, json: { name: '后', tagIds } });
  expect(whole.json.archivedAt).not.toBeNull();
});

test('the activity log is for keys that see every Mini Program', async () => {
  expect(await ask('GET', '/audit', { key })).toMatchObject({ status: 403, json: { code: 'FORBIDDEN' } });
});

test.each(['zh-CN', 'en'])(
  'the reference is open to everybody in %s, and asks no other host',
  async (lang) => {
    const { status, text, headers } = await ask('GET', `/docs?lang=${lang}`);
    expect({ status, type: headers.get('content-type') }).toEqual({
      status: 200,
      type: 'text/html; charset=utf-8',
    });
    for (const { id } of ENDPOINTS) expect(text).toContain(`<section id="${id}">`);
    expect(text).not.toMatch(/<script|<link|<img|src=|url\(|@import/);
  },
);

test('a picture comes as shapes', async () => {
  const { json } = await ask('POST', '/codes', { key, body: good() });
  const { code } = z.object({ code: z.object({ id: z.string() }) }).parse(json);
  const { status, text, headers } = await ask('GET', `/codes/${code.id}/picture?format=svg`, { key });
  expect({ status, type: headers.get('content-type') }).toEqual({ status: 200, type: 'image/svg+xml' });
  expect(text).toContain('<svg');
});

describe('who asks', () => {
  test.each([
    ['nobody', undefined, {}],
    ['with a wrong key', 'sck_x', {}],
    ['with a cookie alone', undefined, { cookie: 'next-auth.session-token=x' }],
  ])('%s is told to bring a key', async (_who, wrong, headers) => {
    const told = await ask('GET', '/codes', { ...(wrong && { key: wrong }), headers });
    expect(told).toMatchObject({ status: 401, json: { code: 'KEY_INVALID' } });
    expect(told.headers.get('www-authenticate')).toContain('Bearer');
  });

  test('is told what is left of the minute', async () => {
    const { headers } = await ask('GET', '/tags', { key });
    expect(headers.get('ratelimit')).toMatch(/^"default";r=\d+;t=\d+$/);
    expect(headers.get('ratelimit-policy')).toBe('"default";q=1200;w=60');
  });

  test.each([
    ['GET /nowhere', 404, 'NOT_FOUND'],
    ['DELETE /codes', 405, 'METHOD_NOT_ALLOWED'],
    ['PUT /codes', 405, 'METHOD_NOT_ALLOWED'],
    ['GET /codes/%00', 404, 'NOT_FOUND'],
  ])('%s: %i', async (asked, status, code) => {
    const [method = '', path = ''] = asked.split(' ');
    const told = await ask(method, path, { key });
    expect(told).toMatchObject({ status, json: { code } });
    expect(told.headers.get('allow')).toBe(status === 405 ? 'POST, GET' : null);
  });
});

describe('a request under an Idempotency-Key', () => {
  const under = (name: string, body: unknown, by = key) =>
    ask('POST', '/codes', { key: by, body, headers: { 'idempotency-key': name } });

  test('is done once, and told twice', async () => {
    const [name, body] = [randomUUID(), good()];
    const first = await under(name, body);
    const again = await under(name, body);
    expect(first.status).toBe(201);
    expect({ ...again, headers: again.headers.get('idempotency-replayed') }).toEqual({
      ...first,
      headers: 'true',
    });
    expect(again.headers.get('location')).toBe(first.headers.get('location'));
  });

  test('refuses another request under it, and not that of another key', async () => {
    const name = randomUUID();
    await under(name, good());
    expect(await under(name, good())).toMatchObject({ status: 422, json: { code: 'IDEMPOTENCY_REUSED' } });
    const another = await keyOf(own.appId);
    expect(await under(name, good(), another)).toMatchObject({ status: 201 });
  });

  test('of many at once makes one code', async () => {
    const [name, body] = [randomUUID(), good()];
    const told = await Promise.all(Array.from({ length: 5 }, () => under(name, body)));
    expect(told.filter(({ status }) => status === 201).length).toBeGreaterThan(0);
    expect(await db().code.count({ where: { scene: body.scene } })).toBe(1);
  });

  test('keeps a refusal too', async () => {
    const name = randomUUID();
    const wrong = { ...good(), scene: '' };
    expect(await under(name, wrong)).toMatchObject({ status: 400 });
    expect((await under(name, wrong)).headers.get('idempotency-replayed')).toBe('true');
  });
});

describe('what was seen already', () => {
  test('is not sent again: a code, and its picture', async () => {
    const { json } = await ask('POST', '/codes', { key, body: good() });
    const { code } = z.object({ code: z.object({ id: z.string() }) }).parse(json);
    for (const path of [
      `/codes/${code.id}`,
      `/codes/${code.id}/picture`,
      `/codes/${code.id}/picture?format=png`,
    ]) {
      const etag = (await ask('GET', path, { key })).headers.get('etag') ?? '';
      const again = await ask('GET', path, { key, headers: { 'if-none-match': etag } });
      expect(again).toMatchObject({ status: 304, text: '' });
    }
  });

  test('is sent as PNG when it is wanted', async () => {
    const { json } = await ask('POST', '/codes', { key, body: good() });
    const { code } = z.object({ code: z.object({ picture: z.object({ url: z.string() }) }) }).parse(json);
    const path = code.picture.url.replace('/api/v1', '');
    const { answerProgram } = await import('./answer');
    const asked = new Request(`http://suncode.test/api/v1${path}?format=png`, {
      headers: { authorization: `Bearer ${key}` },
    });
    const bytes = Buffer.from(await (await answerProgram(asked)).arrayBuffer());
    expect((await sharp(bytes).metadata()).format).toBe('png');
  });
});

test('a page leads to the next one', async () => {
  const app = await insertApp({ mode: 'SANDBOX' });
  const mine = await keyOf(app.id);
  const items = Array.from({ length: 3 }, () => ({ ...good(), miniProgramId: app.id }));
  await ask('POST', '/codes/many', { key: mine, body: { items } });
  const first = (await ask('GET', '/codes?limit=2', { key: mine })).json;
  const rest = (await ask('GET', `/codes?limit=2&cursor=${String(first.nextCursor)}`, { key: mine })).json;
  const ids = [first, rest].flatMap((page) => z.array(z.object({ id: z.string() })).parse(page.items));
  expect(new Set(ids.map(({ id }) => id)).size).toBe(3);
});
