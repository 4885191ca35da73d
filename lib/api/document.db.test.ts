import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { systemActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { KEY_PERMISSIONS } from '@/lib/keys/limits';
import { createKey } from '@/lib/keys/service';
import { useDatabase } from '@/lib/testing/database';
import { openBrand, type Ids } from '@/lib/testing/doors/fence-world';
import { spoiled } from '@/lib/testing/doors/hostile';
import { ask, exampleWith, formOf, type Told } from './ask.fixture';
import {
  bodyOf,
  operationAt,
  queryOf,
  undeclared,
  valueOf,
  withField,
  wrongFields,
} from './document.fixture';
import type { Endpoint } from './endpoint';
import { ENDPOINTS } from './endpoints';
import { json, list } from './reference/fields';

// Each route is asked what its document lets ask, and what it does not, as a stranger's generator would do it.

useDatabase();
vi.setConfig({ testTimeout: 120_000 });

const SEED = 20_261_128;
const RUNS = 6;

let own: Ids;

beforeAll(async () => {
  own = await openBrand('甲牌');
});

/** One for each route, since what one key may ask in a minute is limited. */
async function newKey(): Promise<string> {
  const given = { name: '收银', permissions: [...KEY_PERMISSIONS], appIds: null, addresses: [], days: 1 };
  return (await createKey(systemActor('test'), given)).key;
}

const idsOf = () => ({
  ...{ miniProgramId: own.appId, codeId: own.codeId, batchId: own.draftId, exportId: own.exportId },
  actionId: own.bulkId,
  ...{ tagId: randomUUID(), folderId: randomUUID() },
});
const known = () => ({ ...idsOf(), app: own.appId, batch: own.batchId, preset: own.presetId });

/** All that a refused request must leave alone. */
async function kept(): Promise<unknown> {
  const { codes, batches, exports, tags, folders, entries, used, targets } =
    (
      await db().$queryRaw<Record<string, unknown>[]>`
      SELECT (SELECT count(*)::int FROM "Code") AS "codes", (SELECT count(*)::int FROM "Batch") AS "batches",
        (SELECT count(*)::int FROM "Export") AS "exports", (SELECT count(*)::int FROM "Tag") AS "tags",
        (SELECT count(*)::int FROM "Folder") AS "folders", (SELECT count(*)::int FROM "QuotaEntry") AS "entries",
        (SELECT sum("quotaUsed")::int FROM "MiniProgram") AS "used",
        (SELECT count(*)::int FROM "LiveTarget") AS "targets"`
    )[0] ?? {};
  return { codes, batches, exports, tags, folders, entries, used, targets };
}

type Request = { path: string; body?: unknown };

/** Asks, and holds the answer against the document. */
async function tried(endpoint: Endpoint, key: string, { path, body }: Request): Promise<Told> {
  const sent = body === undefined || !endpoint.isForm ? body : formOf(Object(body));
  const before = await kept();
  const told = await ask(endpoint.method, path, { key, body: sent });
  const { status, headers, text } = told;
  const type = headers.get('content-type');
  const asked = `${endpoint.method} ${path} ${JSON.stringify(body)?.slice(0, 600)} → ${status} ${text.slice(0, 300)}`;
  const answered = { method: endpoint.method, path: endpoint.path, status, type, body: told.json };
  expect([undeclared(answered), asked]).toEqual([null, asked]);
  if (status < 400) return told;
  expect([told.json.code === 'INVALID_INPUT' && list(told.json.errors).length === 0, asked]).toEqual([
    false,
    asked,
  ]);
  expect([await kept(), asked]).toEqual([before, asked]);
  return told;
}

const all = ENDPOINTS.map((endpoint) => [endpoint.id, endpoint] as const);
const exampleOf = (endpoint: Endpoint) => {
  const { path, body } = exampleWith(endpoint, idsOf());
  return { path, body: body instanceof FormData ? Object.fromEntries(body) : body };
};
const search = (query: Record<string, string | undefined>) =>
  new URLSearchParams(
    Object.entries(query).filter((one): one is [string, string] => one[1] !== undefined),
  ).toString();

describe('what the document lets ask is answered as it says', () => {
  test.each(all)('%s', async (_id, endpoint) => {
    const key = await newKey();
    const operation = operationAt(endpoint.method, endpoint.path);
    const schema = bodyOf(operation);
    const { path: place, body: good } = exampleOf(endpoint);
    const [path = ''] = place.split('?');
    const body =
      endpoint.isForm || !schema ? fc.constant(good) : fc.oneof(valueOf(schema, known()), spoiled([good]));
    await fc.assert(
      fc.asyncProperty(queryOf(list(operation.parameters), known()), body, async (query, sent) => {
        await tried(endpoint, key, { path: `${path}?${search(query)}`, body: sent });
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });
});

describe('what is wrong by the document is refused by its name', () => {
  /** An id that cannot be one is that of nothing. */
  const isRefused = ({ status, json: { errors } }: Told, field: string, value: unknown) =>
    (status === 404 && typeof value === 'string') ||
    (status === 400 &&
      list(errors).some((one) => field === one.field || String(one.field).startsWith(`${field}.`)));

  test.each(all.filter(([, { body }]) => body))('%s', async (_id, endpoint) => {
    const key = await newKey();
    const schema = bodyOf(operationAt(endpoint.method, endpoint.path));
    const { path, body: good } = exampleOf(endpoint);
    for (const wrong of wrongFields(json(schema), good)) {
      const field = wrong.path.join('.');
      // In a form all is text.
      if (endpoint.isForm && (typeof wrong.value !== 'string' || wrong.value === '1')) continue;
      const told = await tried(endpoint, key, { path, body: withField(good, wrong) });
      const about = `${field} = ${JSON.stringify(wrong.value)}: ${told.text.slice(0, 300)}`;
      expect([isRefused(told, field, wrong.value), about]).toEqual([true, about]);
    }
    for (const body of ['[]', '7', 'null', '"x"', '{', '{"__proto__":1}']) {
      const { status, json: problem } = await tried(endpoint, key, { path, body });
      expect([body, status, String(problem.code)]).toEqual([
        body,
        400,
        expect.stringMatching(/INVALID_INPUT|UNREADABLE/),
      ]);
    }
  });

  test.each(all.filter(([, { body, method }]) => !body && method !== 'GET'))(
    'a body where none is: %s',
    async (_id, endpoint) => {
      const key = await newKey();
      const { path } = exampleOf(endpoint);
      const told = await tried(endpoint, key, { path, body: { colour: 'red' } });
      expect(told).toMatchObject({ status: 400, json: { errors: [{ field: 'colour' }] } });
    },
  );

  test.each(all)('a query that is wrong: %s', async (_id, endpoint) => {
    const key = await newKey();
    const [path = ''] = exampleOf(endpoint).path.split('?');
    const { body } = exampleOf(endpoint);
    const parameters = list(operationAt(endpoint.method, endpoint.path).parameters);
    const wrong = parameters.flatMap((one): [string, string][] => {
      if (one.in !== 'query') return [];
      const { enum: options, type, minimum, maximum, maxLength } = json(one.schema);
      const name = String(one.name);
      return [
        ...(options || type !== 'string' ? [[name, 'no such thing']] : []),
        ...(typeof minimum === 'number' && minimum > -1e9 ? [[name, String(minimum - 1)]] : []),
        ...(typeof maximum === 'number' && maximum < 1e9 ? [[name, String(maximum + 1)]] : []),
        ...(typeof maxLength === 'number' ? [[name, 'x'.repeat(maxLength + 1)]] : []),
      ].map(([field = '', value = '']): [string, string] => [field, value]);
    });
    for (const [name, value] of [...wrong, ['colour', 'red'] as const]) {
      const told = await tried(endpoint, key, { path: `${path}?${search({ [name]: value })}`, body });
      const about = `${name}=${value}: ${told.text.slice(0, 300)}`;
      expect([isRefused(told, name, null), about]).toEqual([true, about]);
    }
  });
});

test.each(all.filter(([, { path }]) => path.includes('{')))('an id of nothing: %s', async (_id, endpoint) => {
  const key = await newKey();
  const { body } = exampleOf(endpoint);
  for (const id of [randomUUID(), '%00', '..', '%2F', 'x'.repeat(3_000), '1', '%E4%B8%AD', "'"]) {
    const path = endpoint.path.replace(/\{\w+\}/, id);
    const response = await ask(endpoint.method, path, {
      key,
      body: endpoint.isForm ? formOf(Object(body)) : body,
    });
    expect([id, response.status]).toEqual([
      id,
      expect.toSatisfy((status) => status === 404 || status === 405),
    ]);
  }
});
