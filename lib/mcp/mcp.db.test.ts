import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { systemActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { revokeKey } from '@/lib/keys/service';
import { useDatabase } from '@/lib/testing/database';
import { openBrand, type Ids } from '@/lib/testing/doors/fence-world';
import {
  ALL_PERMISSIONS,
  connect as connectTo,
  newKey,
  openDoor,
  rows,
  stateOf,
  use,
  type Fields,
} from './assistant.fixture';
import { TOOLS } from './tools';

const MARK = '乙牌';

useDatabase();

let door: Awaited<ReturnType<typeof openDoor>>;
let own: Ids;
let other: Ids;
let key: string;

beforeAll(async () => {
  own = await openBrand('甲牌');
  other = await openBrand(MARK);
  ({ key } = await newKey(own.appId));
  door = await openDoor();
});
afterAll(() => door.close());

const connect = (bearer = key, language?: string) => connectTo(door.url, bearer, language);

describe("the official SDK's client", () => {
  test('is told of tools, resources and prompts, each with what it is for', async () => {
    const client = await connect();
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(TOOLS.map(({ name }) => name));
    for (const tool of tools) {
      expect(tool.inputSchema.type, tool.name).toBe('object');
      // Some assistants take no choice at the top.
      for (const word of ['oneOf', 'anyOf', 'allOf'])
        expect(tool.inputSchema, tool.name).not.toHaveProperty(word);
      expect(JSON.stringify(tool), tool.name).not.toContain('$ref');
      expect(tool.description?.length, tool.name).toBeGreaterThan(40);
    }
    expect(tools.filter(({ annotations }) => annotations?.destructiveHint).map(({ name }) => name)).toEqual([
      'make_code',
      'start_batch',
      'retarget_codes',
      'promote_codes',
      'undo_action',
    ]);
    const { resources } = await client.listResources();
    expect(resources.map(({ uri }) => uri)).toEqual(['suncode://mini-programs', 'suncode://quota']);
    const { resourceTemplates } = await client.listResourceTemplates();
    expect(resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toEqual(['suncode://codes/{codeId}']);
    expect(client.getInstructions()).toContain('plan_batch');
  });

  test('finds, makes and shows codes, and is answered as it was declared', async () => {
    const client = await connect();
    // What was declared, the client itself compares with each answer from here on.
    await client.listTools();
    const code = {
      miniProgramId: own.appId,
      endpoint: 'getwxacodeunlimit',
      scene: 'mcp=1',
      name: '助手的码',
    };
    const made = await use(client, 'make_code', { code });
    expect(made).toMatchObject({ isError: false, json: { outcome: 'generated', code: { status: 'READY' } } });
    expect(await use(client, 'make_code', { code })).toMatchObject({ json: { outcome: 'existing' } });
    const { id: codeId } = z.object({ id: z.string() }).parse(made.json.code);
    const found = await use(client, 'find_codes', { q: '助手的码', limit: 5 });
    expect(found.json.items).toMatchObject([
      { id: codeId, picture: { url: `${door.url.origin}/api/v1/codes/${codeId}/picture` } },
    ]);
    expect(await use(client, 'get_code', { codeId })).toMatchObject({ json: { scene: 'mcp=1' } });
    expect(await use(client, 'get_picture', { codeId })).toMatchObject({ isError: false, type: 'image/png' });
    expect((await use(client, 'get_quota')).json.items).toMatchObject([{ miniProgramId: own.appId }]);
    expect((await use(client, 'list_mini_programs')).json.items).toMatchObject([{ id: own.appId }]);
    const event = await db().auditEvent.findFirst({ where: { targetId: codeId } });
    expect(event).toMatchObject({ actorKind: 'apiKey', actorName: '助手' });
  });

  test('starts an export and gets its link', async () => {
    const client = await connect();
    await client.listTools();
    const { json, isError } = await use(client, 'start_export', { codeIds: [own.codeId], format: 'csv' });
    expect(isError).toBe(false);
    const told = await use(client, 'get_export', { exportId: own.exportId });
    expect(told.json).toMatchObject({
      state: 'finished',
      url: `${door.url.origin}/api/v1/exports/${own.exportId}/file`,
    });
    expect(await use(client, 'get_export', { exportId: String(json.id) })).toMatchObject({ isError: false });
  });

  test('reads resources, and prompts in its language', async () => {
    const client = await connect();
    const read = async (uri: string) => {
      const [content] = (await client.readResource({ uri })).contents;
      return JSON.parse(content && 'text' in content ? String(content.text) : '');
    };
    expect(await read('suncode://mini-programs')).toMatchObject({ items: [{ id: own.appId }] });
    expect(await read('suncode://quota')).toMatchObject({ items: [{ miniProgramId: own.appId }] });
    expect(await read(`suncode://codes/${own.codeId}`)).toMatchObject({ id: own.codeId });
    const values = { store: 'West Lake', tables: '1-40' };
    const told = JSON.stringify(await client.getPrompt({ name: 'table_codes', arguments: values }));
    expect(told).toContain('West Lake');
    expect(told).toContain('plan_batch');
    await expect(client.getPrompt({ name: 'table_codes', arguments: {} })).rejects.toThrow('store, tables');
    const chinese = await connect(key, 'zh-CN');
    expect((await chinese.listPrompts()).prompts.map(({ title }) => title)).toEqual([
      '门店桌码',
      '还剩多少额度',
    ]);
  });
});

/** With an id of whatever a tool asks for. */
function argumentsOf(
  name: string,
  ids: Pick<Ids, 'appId' | 'codeId' | 'batchId' | 'exportId' | 'bulkId'>,
): Fields {
  const { appId, codeId, batchId, exportId, bulkId: actionId } = ids;
  const code = { miniProgramId: appId, endpoint: 'createwxaqrcode', path: 'pages/a?x=mcp' };
  const known: Record<string, Fields> = {
    get_code: { codeId },
    get_picture: { codeId },
    get_batch: { batchId },
    get_batch_rows: { batchId },
    get_export: { exportId },
    make_code: { code },
    start_export: { codeIds: [codeId] },
    plan_batch: { miniProgramId: appId, endpoint: 'getwxacodeunlimit', rows: rows('theirs') },
    start_batch: { batchId, confirmationToken: 'x' },
    retarget_codes: { codeIds: [codeId], isPaused: true },
    promote_codes: { codeIds: [codeId] },
    get_action: { actionId },
    undo_action: { actionId },
  };
  return known[name] ?? {};
}

const byName = TOOLS.map((tool) => [tool.name, tool] as const);

describe('of another brand', () => {
  const withIds = byName.filter(([name]) => Object.keys(argumentsOf(name, other ?? {})).length > 0);

  test.each(withIds)('%s answers as if it was not there, and changes nothing', async (name) => {
    const client = await connect();
    const state = await stateOf(other);
    const none = randomUUID();
    const nothing = await use(
      client,
      name,
      argumentsOf(name, { appId: none, codeId: none, batchId: none, exportId: none, bulkId: none }),
    );
    const told = await use(client, name, argumentsOf(name, other));
    expect(told).toEqual(nothing);
    expect(told.code).toMatch(/^(?:NOT_FOUND|EXPORT_EMPTY|INVALID_INPUT)$/);
    expect(told.text).not.toContain(MARK);
    expect(await stateOf(other)).toBe(state);
  });

  test('lists and resources are without it', async () => {
    const client = await connect();
    for (const name of ['list_mini_programs', 'get_quota', 'find_codes'])
      expect((await use(client, name)).text).not.toContain(other.appId);
    for (const uri of ['suncode://mini-programs', 'suncode://quota'])
      expect(JSON.stringify(await client.readResource({ uri }))).not.toContain(other.appId);
    await expect(client.readResource({ uri: `suncode://codes/${other.codeId}` })).rejects.toMatchObject({
      code: -32002,
    });
  });
});

describe('without the permission', () => {
  const asking = byName.filter(([, { endpoint }]) => endpoint.permission !== 'apps.read');

  test.each(asking)('%s is neither told of nor done', async (name, { endpoint }) => {
    const made = await newKey(own.appId);
    const permissions = ALL_PERMISSIONS.filter((one) => one !== endpoint.permission);
    await db().apiKey.update({ where: { id: made.id }, data: { permissions } });
    const client = await connect(made.key);
    expect((await client.listTools()).tools.map((tool) => tool.name)).not.toContain(name);
    const state = await stateOf(own);
    expect(await use(client, name, argumentsOf(name, own))).toMatchObject({
      code: 'FORBIDDEN',
      json: { status: 403 },
    });
    expect(await stateOf(own)).toBe(state);
    const refused = { actorId: made.id, action: 'access.refuse' };
    expect(await db().auditEvent.count({ where: refused })).toBe(1);
  });

  test('the quota is no resource', async () => {
    const made = await newKey(own.appId);
    await db().apiKey.update({ where: { id: made.id }, data: { permissions: ['codes.read'] } });
    const client = await connect(made.key);
    expect((await client.listResources()).resources.map(({ name }) => name)).toEqual(['mini-programs']);
    await expect(client.readResource({ uri: 'suncode://quota' })).rejects.toMatchObject({
      data: { code: 'FORBIDDEN' },
    });
  });
});

describe('bad input', () => {
  test.each<[string, Fields, string]>([
    ['find_codes', { nonsense: '1' }, 'nonsense'],
    ['find_codes', { limit: 1000 }, 'limit'],
    ['make_code', { code: { endpoint: 'getwxacodeunlimit', scene: '中文' } }, 'code.scene'],
    ['plan_batch', { endpoint: 'getwxacodeunlimit', rows: [] }, 'rows'],
    ['start_export', {}, 'codeIds'],
  ])('%s with %j names the field, as REST does', async (name, args, field) => {
    const client = await connect();
    const state = await stateOf(own);
    const { code, json } = await use(client, name, {
      ...args,
      ...(name === 'plan_batch' && { miniProgramId: own.appId }),
    });
    expect(code).toBe('INVALID_INPUT');
    expect(json.errors).toEqual(expect.arrayContaining([expect.objectContaining({ field })]));
    expect(await stateOf(own)).toBe(state);
  });

  test('what cannot be stored, and what is no id', async () => {
    const client = await connect();
    expect(await use(client, 'find_codes', { q: '\0' })).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await use(client, 'get_code', { codeId: "' or 1=1" })).toMatchObject({ code: 'NOT_FOUND' });
    await expect(client.callTool({ name: 'drop_tables', arguments: {} })).rejects.toThrow('drop_tables');
  });
});

describe('a request', () => {
  const post = (body: string, headers: Record<string, string> = {}) =>
    fetch(door.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
        ...headers,
      },
      body,
    });
  const ping = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'ping' });
  const bearer = (text: string) => ({ authorization: `Bearer ${text}` });

  test('without a key, with a wrong one or with one that ended is refused, and says what is wanted', async () => {
    const ended = await newKey(own.appId);
    await revokeKey(systemActor('test'), ended.id);
    const tries: [Record<string, string>, string][] = [
      [{}, 'KEY_INVALID'],
      [{ cookie: `next-auth.session-token=${randomUUID()}` }, 'KEY_INVALID'],
      [bearer(`${key}x`), 'KEY_INVALID'],
      [bearer(ended.key), 'KEY_REVOKED'],
    ];
    for (const [headers, code] of tries) {
      const response = await post(ping, headers);
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toContain('Bearer');
      expect(await response.json()).toMatchObject({ code });
    }
  });

  test('counts for the limit of its key, one message each', async () => {
    const one = await post(ping, bearer(key));
    expect(await one.json()).toEqual({ jsonrpc: '2.0', id: 1, result: {} });
    const left = (response: Response) => Number(/r=(\d+)/.exec(response.headers.get('ratelimit') ?? '')?.[1]);
    expect(left(await post(ping, bearer(key)))).toBeLessThan(left(one));
    for (const body of [`[${ping},${ping}]`, '{', '']) {
      const response = await post(body, bearer(key));
      expect({ status: response.status, body: await response.json() }).toMatchObject({
        status: 400,
        body: { code: 'UNREADABLE' },
      });
    }
  });
});
