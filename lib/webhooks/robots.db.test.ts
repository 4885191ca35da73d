import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { systemActor } from '@/lib/auth/actor';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp } from '@/lib/testing/factories';
import { emitQuota } from './emit';
import { getWebhook, listWebhooks } from './queries';
import { changeRobot, createRobot } from './robot-service';
import { maskedAddress, ROBOT_EVENTS, ROBOT_PER_MINUTE, robotOf, type Robot } from './robots';
import { changeWebhook, rotateWebhook, testWebhook } from './service';
import { newRobot, newWebhook } from './webhook.fixture';
import { WebhookWorker } from './worker';

useDatabase();
vi.setConfig({ testTimeout: 120_000 });

const system = systemActor('test');
const SECRET = 'SEC-of-a-test';

const PATHS: Record<Robot, string> = {
  wecom: '/cgi-bin/webhook/send?key=key-of-a-test',
  dingtalk: '/robot/send?access_token=token-of-a-test',
  feishu: '/open-apis/bot/v2/hook/hook-of-a-test',
};

type Visit = { url: URL; body: string };
let visits: Visit[] = [];
/** What the stand-in says next; they answer 200 whatever becomes of a message. */
let answers: string[] = [];
const receiver = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk) => (body += String(chunk)));
  request.on('end', () => {
    const url = new URL(request.url ?? '', 'http://robot.test');
    visits.push({ url, body });
    const good = url.pathname.includes('bot/v2')
      ? '{"code":0,"msg":"success"}'
      : '{"errcode":0,"errmsg":"ok"}';
    response.writeHead(200, { 'content-type': 'application/json' }).end(answers.shift() ?? good);
  });
});
let origin = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const address = receiver.address();
  if (typeof address === 'object' && address) origin = `http://127.0.0.1:${address.port}`;
});
afterAll(() => receiver.close());
beforeEach(() => {
  [visits, answers] = [[], []];
});
afterEach(async () => {
  vi.restoreAllMocks();
  await db().webhook.deleteMany();
});

const made = async (robot: Robot, secret = '') =>
  (await createRobot(system, { ...newRobot, url: origin + PATHS[robot], secret, events: [...ROBOT_EVENTS] }))
    .id;

const at = (seconds: number) => {
  const then = new Date(Date.now() + seconds * 1000);
  vi.spyOn(clock, 'now').mockImplementation(() => new Date(then));
};

/** A worker makes an attempt at whatever is due, as far as it may. */
async function sendAll(attempts: number): Promise<void> {
  const worker = await WebhookWorker.start({ alone: false });
  await vi.waitFor(() => expect(visits.length).toBeGreaterThanOrEqual(attempts), 30_000);
  await worker.stop();
}

const deliveries = async (id: string) => (await getWebhook(system, id)).deliveries;

const hmac = (key: string, text: string) => createHmac('sha256', key).update(text).digest('base64');

describe('what a group reads', () => {
  test.each([
    ['wecom', 'zh-CN', '“测试小程序”的永久额度已用 80%'],
    ['dingtalk', 'en', '“测试小程序” has used 80% of its permanent quota'],
  ] as const)('%s: a text in its language', async (robot, locale, title) => {
    const id = await made(robot);
    await changeRobot(system, id, { ...newRobot, url: '', events: ['quota.threshold'], locale });
    const { id: appId, name } = await insertApp();
    await emitQuota(db(), { id: appId, name, before: 79_999, after: 80_000 });
    await sendAll(1);
    const message = JSON.parse(visits[0]?.body ?? '');
    expect(message).toMatchObject({ msgtype: 'text', text: { content: expect.stringContaining(title) } });
    expect(message.text.content).toMatch(/^Suncode · /);
    expect(await deliveries(id)).toMatchObject([{ state: 'DELIVERED', status: 200, fault: null }]);
  });

  test('dingtalk: signed in its address, in milliseconds', async () => {
    await testWebhook(system, await made('dingtalk', SECRET));
    await sendAll(1);
    const asked = visits[0]?.url.searchParams;
    const timestamp = asked?.get('timestamp') ?? '';
    expect(asked?.get('access_token')).toBe('token-of-a-test');
    expect(Math.abs(Number(timestamp) - Date.now())).toBeLessThan(60_000);
    expect(asked?.get('sign')).toBe(hmac(SECRET, `${timestamp}\n${SECRET}`));
  });

  test('feishu: signed in its message, in seconds', async () => {
    await testWebhook(system, await made('feishu', SECRET));
    await sendAll(1);
    const message = JSON.parse(visits[0]?.body ?? '');
    expect(message).toMatchObject({
      msg_type: 'text',
      content: { text: expect.stringContaining('测试通知') },
    });
    expect(Math.abs(Number(message.timestamp) * 1000 - Date.now())).toBeLessThan(60_000);
    expect(message.sign).toBe(hmac(`${message.timestamp}\n${SECRET}`, ''));
  });
});

describe('an answer of 200 that is none', () => {
  test.each([
    ['wecom', '{"errcode":45009,"errmsg":"api freq out of limit"}', 'limited', 60],
    ['dingtalk', '{"errcode":130101,"errmsg":"send too fast, exceed 20 times per minute"}', 'limited', 600],
    ['feishu', '{"code":11232,"msg":"frequency limited"}', 'limited', 60],
    ['dingtalk', '{"errcode":310000,"errmsg":"sign not match"}', 'signature', 5],
    ['dingtalk', '{"errcode":310000,"errmsg":"keywords not in content"}', 'keyword', 5],
    ['feishu', '{"code":19021,"msg":"sign match fail or timestamp is not within one hour"}', 'signature', 5],
    ['wecom', '{"errcode":40058,"errmsg":"invalid param"}', 'refused', 5],
    ['wecom', '<html>a sign-in page</html>', 'answer', 5],
  ] as const)('%s: %s is tried again', async (...[robot, answer, fault, seconds]) => {
    at(0);
    const id = await made(robot);
    await testWebhook(system, id);
    answers = [answer];
    await sendAll(1);
    const [told] = await deliveries(id);
    expect(told).toMatchObject({ state: 'WAITING', status: 200, fault });
    expect(told && told.dueAt.getTime() - clock.now().getTime()).toBe(seconds * 1000);
    at(seconds + 61);
    await sendAll(2);
    expect(await deliveries(id)).toMatchObject([{ state: 'DELIVERED', fault: null, attempts: 2 }]);
  });

  test('of a robot that is in no group any more is not', async () => {
    const id = await made('wecom');
    await testWebhook(system, id);
    answers = ['{"errcode":93000,"errmsg":"invalid webhook url"}'];
    await sendAll(1);
    expect(await deliveries(id)).toMatchObject([{ state: 'FAILED', fault: 'gone' }]);
  });
});

test('no more than it takes a minute are sent', async () => {
  at(0);
  const id = await made('wecom');
  for (let n = 0; n < ROBOT_PER_MINUTE + 3; n += 1) await testWebhook(system, id);
  await sendAll(ROBOT_PER_MINUTE);
  expect(visits.length).toBe(ROBOT_PER_MINUTE);
  at(61);
  await sendAll(ROBOT_PER_MINUTE + 3);
  expect((await deliveries(id)).every(({ state }) => state === 'DELIVERED')).toBe(true);
});

describe('address and secret', () => {
  test('can be read nowhere', async () => {
    const id = await made('dingtalk', SECRET);
    await changeRobot(system, id, { ...newRobot, url: '', name: '改名' });
    const [kept, listed] = [await db().webhook.findMany(), await listWebhooks(system)];
    const text = JSON.stringify([kept, listed, await db().auditEvent.findMany()]);
    for (const secret of ['token-of-a-test', SECRET]) expect(text).not.toContain(secret);
    expect(listed).toMatchObject([{ robot: 'dingtalk', url: `${origin}/robot/send?access_token=…test` }]);
    expect(JSON.stringify(listed)).not.toContain('iphertext');
  });

  test('stay while nothing is typed; a new address has its own secret', async () => {
    const id = await made('dingtalk', SECRET);
    await changeRobot(system, id, { ...newRobot, url: '' });
    await testWebhook(system, id);
    await sendAll(1);
    expect(visits[0]?.url.searchParams.has('sign')).toBe(true);
    await changeRobot(system, id, { ...newRobot, url: origin + PATHS.feishu });
    await testWebhook(system, id);
    await sendAll(2);
    expect(visits[1]?.url.pathname).toBe(PATHS.feishu);
    expect(visits[1]?.body).not.toContain('sign');
  });

  test.each([
    'https://example.com/hook',
    'https://oapi.dingtalk.com/robot/send',
    '',
    'http://oapi.dingtalk.com/robot/send?access_token=x',
  ])('%s is no robot’s', async (url) => {
    const refused = createRobot(system, { ...newRobot, url });
    await expect(refused).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      issues: expect.arrayContaining([expect.objectContaining({ field: 'url' })]),
    });
  });

  test('of the inside are refused', async () => {
    const url = 'https://10.0.0.1/cgi-bin/webhook/send?key=x';
    const refused = createRobot(system, { ...newRobot, url });
    await expect(refused).rejects.toMatchObject({ code: 'INVALID_INPUT', issues: [{ field: 'url' }] });
  });

  test('a robot is no webhook, and a webhook no robot; only administrators have either', async () => {
    const id = await made('wecom');
    await expect(changeWebhook(system, id, newWebhook)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(rotateWebhook(system, id, 0)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(createRobot(await insertActor(), newRobot)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

test('whose an address is, is said by its path', () => {
  const names = Object.entries(PATHS).map(([robot, path]) => [
    robot,
    robotOf(`https://lark.example.com${path}`),
  ]);
  expect(Object.fromEntries(names)).toEqual({ wecom: 'wecom', dingtalk: 'dingtalk', feishu: 'feishu' });
  expect(maskedAddress(`https://open.feishu.cn${PATHS.feishu}`)).toBe(
    'https://open.feishu.cn/open-apis/bot/v2/hook/…test',
  );
});
