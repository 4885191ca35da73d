import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { generateCode } from '@/lib/codes/generate/service';
import { db, holdDatabase } from '@/lib/db/client';
import { recordRequest } from '@/lib/metrics/record';
import { putObject } from '@/lib/storage/storage';
import { useDatabase } from '@/lib/testing/database';
import { ROOT } from '@/lib/testing/doors/doors';
import { insertActor, insertApp } from '@/lib/testing/factories';
import { refusal, useWeChat } from '@/lib/testing/stand-ins/wechat-stand-in';
import { beat } from './heartbeat';
import { answerMetrics } from './metrics-door';
import { openWorkerDoor } from './worker-door';

const TOKEN = 'a-token-of-prometheus';
const SECRET = 'an-app-secret-of-this-test';

const weChat = useWeChat();
beforeAll(() => vi.stubEnv('METRICS_TOKEN', TOKEN));
afterAll(() => vi.unstubAllEnvs());
const database = useDatabase();

type Sample = { name: string; labels: Record<string, string>; value: number };

const LABEL = /([a-zA-Z_]\w*)="((?:[^"\\\n]|\\["\\n])*)"/g;

const SAMPLE = /^([a-z_]\w*)(?:\{(.*)\})? ([-+]?(?:[\d.]+(?:e[-+]?\d+)?|Inf)|NaN)$/i;

function sampleOf(line: string): Sample {
  const [, name = '', labels = '', value = ''] = SAMPLE.exec(line) ?? [];
  expect(name, line).not.toBe('');
  const pairs = [...labels.matchAll(LABEL)];
  expect(pairs.map(([pair]) => pair).join(','), line).toBe(labels);
  return {
    name,
    labels: Object.fromEntries(pairs.map(([, key = '', own = '']) => [key, own])),
    value: Number(value),
  };
}

/** The text format of Prometheus, read strictly: whatever else stands in it is a mistake. */
function parse(text: string): Sample[] {
  const lines = text.split('\n').filter((line) => line !== '' && !/^# HELP [a-z_]\w* \S.*$/.test(line));
  const typeOf = (line: string) => /^# TYPE ([a-z_]\w*) (counter|gauge|histogram|summary)$/.exec(line);
  const declared = lines.flatMap((line) => [typeOf(line) ?? []].filter(({ length }) => length > 0));
  const types = new Map(declared.map(([, name = '', type = '']) => [name, type]));
  expect(types.size, 'a name is declared twice').toBe(declared.length);
  for (const [name, type] of types) if (type === 'counter') expect(name).toMatch(/_total$/);
  const samples = lines.filter((line) => !typeOf(line)).map(sampleOf);
  const isTyped = ({ name }: Sample) =>
    types.has(name) || types.has(name.replace(/_(?:bucket|sum|count)$/, ''));
  expect(samples.filter((sample) => !isTyped(sample))).toEqual([]);
  return samples;
}

async function read(): Promise<{
  text: string;
  value: (name: string, labels?: Sample['labels']) => number | undefined;
  samples: Sample[];
}> {
  const response = await answerMetrics(`Bearer ${TOKEN}`);
  expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  const text = await response.text();
  const samples = parse(text);
  const value = (name: string, labels: Sample['labels'] = {}) =>
    samples.find(
      (sample) =>
        sample.name === name && Object.entries(labels).every(([key, own]) => sample.labels[key] === own),
    )?.value;
  return { text, samples, value };
}

test.each([null, 'Bearer wrong', `Bearer ${TOKEN}x`, `Basic ${TOKEN}`, TOKEN])(
  'tells nothing to %s',
  async (given) => {
    const response = await answerMetrics(given);
    expect(response.status).toBe(401);
    expect(await response.text()).not.toContain('suncode_');
  },
);

describe('tells', () => {
  test('how WeChat answered, by endpoint, with no errcode that somebody made up', async () => {
    const actor = await insertActor('OPERATOR');
    const { id, appId } = await insertApp();
    const code = (path: string) => generateCode(actor, { miniProgramId: id, endpoint: 'getwxacode', path });
    await code('pages/a');
    for (const errcode of [41030, 987_654]) {
      weChat.onCode(() => refusal(errcode, 'no'));
      await code(`pages/${errcode}`);
    }
    await db().miniProgram.update({ where: { id }, data: { quotaBaseline: 1000 } });
    const { value } = await read();
    const calls = (labels: Sample['labels']) =>
      value('suncode_wechat_calls_total', { endpoint: 'getwxacode', mode: 'live', ...labels });
    expect(calls({ outcome: 'ok' })).toBe(1);
    expect(calls({ outcome: 'refused', errcode: '41030' })).toBe(1);
    expect(calls({ outcome: 'refused', errcode: 'other' })).toBe(1);
    expect(calls({ errcode: '987654' })).toBeUndefined();
    expect(value('suncode_wechat_calls_total', { endpoint: 'stable_token', outcome: 'ok' })).toBe(1);
    expect(value('suncode_wechat_call_duration_seconds_count', { endpoint: 'getwxacode' })).toBe(3);
    expect(value('suncode_quota_left', { app_id: appId })).toBe(98_999);
    expect(value('suncode_batch_calls_per_minute', { app_id: appId })).toBe(4800);
  });

  test('a token that another system replaced', async () => {
    const actor = await insertActor('OPERATOR');
    const { id, appId } = await insertApp();
    const code = (path: string) => generateCode(actor, { miniProgramId: id, endpoint: 'getwxacode', path });
    await code('pages/a');
    weChat.endTokens(appId, 'replace');
    await code('pages/b');
    expect((await read()).value('suncode_token_replacements_total', { kind: 'replaced' })).toBe(1);
  });

  test('batches that are held, a connection that fails, and work that waits', async () => {
    const { id, appId } = await insertApp();
    const heldUntil = new Date(Date.now() + 60_000);
    await db().callBudget.create({ data: { miniProgramId: id, heldUntil } });
    await db().accessToken.create({ data: { miniProgramId: id, failingSince: new Date() } });
    await beat();
    const { value } = await read();
    expect(value('suncode_batch_calls_per_minute', { app_id: appId })).toBe(0);
    expect(value('suncode_connection_failing', { app_id: appId })).toBe(1);
    expect(value('suncode_work_waiting', { kind: 'rows' })).toBe(0);
    expect(value('suncode_batches', { state: 'running' })).toBe(0);
    expect(value('suncode_worker_silent_seconds')).toBeLessThan(60);
    expect(value('suncode_disk_free_bytes')).toBeGreaterThan(0);
  });

  test('requests by door, the storage, and the process', async () => {
    recordRequest('route', 'refused', 0.03);
    await putObject('codes/a.png', Buffer.from('x'));
    const { value } = await read();
    expect(value('suncode_http_requests_total', { door: 'route', outcome: 'refused' })).toBe(1);
    expect(value('suncode_storage_operations_total', { operation: 'put', outcome: 'ok' })).toBeGreaterThan(0);
    expect(value('nodejs_eventloop_lag_p99_seconds')).toBeDefined();
    expect(value('process_resident_memory_bytes')).toBeGreaterThan(0);
  });

  test('no secret, no id of a row, and nothing that a request has made up', async () => {
    await insertApp({ name: SECRET });
    const { text, samples } = await read();
    expect(text).not.toContain(SECRET);
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-7/);
    const LABELS = [
      'app_id',
      'mode',
      'state',
      'kind',
      'door',
      'outcome',
      'endpoint',
      'errcode',
      'operation',
      'version',
      'le',
    ];
    const own = samples.filter(({ name }) => name.startsWith('suncode_'));
    expect(own.flatMap(({ labels }) => Object.keys(labels)).filter((name) => !LABELS.includes(name))).toEqual(
      [],
    );
  });
});

test('what is drawn and watched in docs/monitoring is told here', async () => {
  const told = new Set((await read()).samples.map(({ name }) => name));
  const folder = join(ROOT, 'docs/monitoring');
  const named = readdirSync(folder).flatMap((file) =>
    [
      ...readFileSync(join(folder, file), 'utf8').matchAll(
        /\b(?:suncode|nodejs|process)_\w*[a-z]\b(?=[{[()\s"])/g,
      ),
    ].map(([name]) => name),
  );
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter((name) => !told.has(name))).toEqual([]);
});

test('a worker that runs alone has the same door', async () => {
  const server = await openWorkerDoor(0);
  const address = server.address();
  const site = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  const ask = (path: string, headers = {}) => fetch(`${site}${path}`, { headers });
  expect((await ask('/api/health')).status).toBe(200);
  expect(await (await ask('/api/ready')).json()).toMatchObject({ status: 'ready' });
  expect((await ask('/metrics')).status).toBe(401);
  expect(await (await ask('/metrics', { authorization: `Bearer ${TOKEN}` })).text()).toContain(
    'suncode_info',
  );
  expect((await ask('/codes')).status).toBe(404);
  server.closeAllConnections();
  server.close();
});

test('a database that is gone is said, and what it knew is not told on', async () => {
  holdDatabase(undefined);
  const { value } = await read();
  holdDatabase(database());
  expect(value('suncode_database_up')).toBe(0);
  expect(value('suncode_quota_left')).toBeUndefined();
  expect(value('process_resident_memory_bytes')).toBeGreaterThan(0);
});
