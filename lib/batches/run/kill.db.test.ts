import { once } from 'node:events';
import { expect, test } from 'vitest';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { getObject } from '@/lib/storage/storage';
import { copyTemplate } from '@/lib/testing/database';
import { insertActor, insertApp, quotaState } from '@/lib/testing/factories';
import { refusal, useWeChat } from '@/lib/testing/stand-ins/wechat-stand-in';
import { answerUntilKilled, look, RATE_PER_MINUTE, startProcess } from './kill.fixture';
import { insertBatch, pictureOf } from './run.fixture';

const weChat = useWeChat();

const ROWS = 300;
const KILLS = 2;

const pathOf = (row: number) => `pages/a?n=${row}`;
const isRefused = (row: number) => row % 20 === 0;

/** Each answer says whom it is for, comes when others that were asked later have come, and one in twenty refuses. */
async function answerOutOfOrder(request: Request): Promise<Response> {
  const { path }: { path: string } = await request.json();
  await clock.sleep((weChat.codeCalls.length * 37) % 150);
  return isRefused(Number(path.split('=')[1])) ? refusal(41030, 'invalid page') : pictureOf(path);
}

const callsFor = (path: string) => weChat.codeCalls.filter(({ body }) => body.path === path).length;

/** How often WeChat was asked for each code that has come to its end. */
async function callsOfSettled(batchId: string): Promise<[path: string, calls: number][]> {
  const where = { batchId, status: { in: ['READY' as const, 'FAILED' as const] } };
  const codes = await db().code.findMany({ where, select: { path: true } });
  return codes.map(({ path }) => [path ?? '', callsFor(path ?? '')]);
}

/** Row by row: the path and name of its code, its end, and whose picture is stored. */
async function whatBecameOf(batchId: string) {
  const rows = await db().batchRow.findMany({
    where: { batchId },
    orderBy: { rowNumber: 'asc' },
    include: { code: true },
  });
  return Promise.all(
    rows.map(async ({ code }) => {
      const bytes = code?.imageKey ? await getObject(code.imageKey) : null;
      const isOwn = bytes && Buffer.from(bytes).includes(Buffer.from(`${code?.path}\u00ff`, 'latin1'));
      return [code?.path, code?.name, code?.status, isOwn];
    }),
  );
}

test('a batch outlives kills: each row is made once, with its own picture and name, and nothing that was settled is asked for again', async () => {
  const kill = answerUntilKilled(weChat, answerOutOfOrder);
  const copy = await copyTemplate();
  const { batchId, miniProgramId } = await look(copy, async () => {
    const { id } = await insertApp();
    await db().miniProgram.update({ where: { id }, data: { ratePerMinute: RATE_PER_MINUTE } });
    const wanted = { miniProgramId: id, rows: ROWS, prefix: 'pages/a?n=', endpoint: 'getwxacode' as const };
    return { batchId: await insertBatch(await insertActor('OPERATOR'), wanted), miniProgramId: id };
  });
  const settled: [string, number][] = [];
  for (let killed = 0; killed < KILLS; killed += 1) {
    await kill(startProcess(copy));
    settled.push(...(await look(copy, () => callsOfSettled(batchId))));
  }
  const [exitCode] = await once(startProcess(copy), 'exit');
  expect(exitCode).toBe(0);

  await look(copy, async () => {
    expect(await whatBecameOf(batchId)).toEqual(
      Array.from({ length: ROWS }, (_, index) => index + 1).map((row) => [
        ...[pathOf(row), `桌 ${pathOf(row)}`],
        ...(isRefused(row) ? ['FAILED', null] : ['READY', true]),
      ]),
    );
    expect(await db().code.count({ where: { batchId } })).toBe(ROWS);
    expect(await db().batch.findUnique({ where: { id: batchId } })).toMatchObject({ state: 'FINISHED' });
    const made = ROWS * (1 - 1 / 20);
    expect(await quotaState(miniProgramId)).toEqual({ used: made, entries: made });
  });
  expect(settled.length).toBeGreaterThan(0);
  for (const [path, before] of settled) expect([path, callsFor(path)]).toEqual([path, before]);
});
