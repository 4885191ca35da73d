import { beforeEach, expect, test } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { planOf } from '@/lib/batches/batch.fixture';
import { dryRun } from '@/lib/batches/check/dry-run';
import { createDraft } from '@/lib/batches/draft/create-draft';
import { useBatchWorker, whenOver } from '@/lib/batches/run/run.fixture';
import { startBatch } from '@/lib/batches/run/start';
import { answerOf } from '@/lib/bulk/changes/retarget.fixture';
import { db } from '@/lib/db/client';
import { exported } from '@/lib/exports/export.fixture';
import { isPrint } from '@/lib/exports/options';
import { storedOptions } from '@/lib/exports/parse-options';
import { readBack } from '@/lib/print/pdf/rendered.fixture';
import { gridOf } from '@/lib/print/sheet';
import { drawSquare } from '@/lib/sandbox/draw/draw';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp } from '@/lib/testing/factories';
import { useWeChat } from '@/lib/testing/stand-ins/wechat-stand-in';

const weChat = useWeChat();
const workers = useBatchWorker(useDatabase());

let actor: UserActor;

/** Round codes are read by WeChat alone, so this WeChat answers with a square one that says the scene that it was asked for. */
async function pictureOfScene(request: Request): Promise<Response> {
  const { scene } = Object(await request.json());
  const { bytes } = await drawSquare({ appId: 'wx0', path: String(scene), widthPx: 430 });
  return new Response(new Uint8Array(bytes), { headers: { 'content-type': 'image/jpeg' } });
}

beforeEach(async () => {
  weChat.onCode(pictureOfScene);
  actor = await insertActor('OPERATOR');
});

const TABLES = ['1', '2', '3', '4', '5'];

async function run(): Promise<string> {
  const { id: miniProgramId } = await insertApp({ name: '咖啡' });
  const text = ['门店,桌号', ...TABLES.map((table) => `西湖店,${table}`)].join('\n');
  const id = await createDraft(actor, { miniProgramId, source: { kind: 'paste', text } });
  const fields = {
    scene: undefined,
    liveParameters: { from: 'template', template: 'shop={门店}&t={桌号}' },
    name: { from: 'template', template: '湖滨 {桌号} 号桌' },
  } as const;
  await dryRun(actor, id, planOf(fields, { isLive: true }));
  await startBatch(actor, id);
  const worker = await workers.start();
  await whenOver(actor, id);
  await workers.stop(worker);
  return id;
}

test('a printed sheet of live codes has above each name the key that leads where its row says', async () => {
  const batch = await run();
  const { bytes, exportId } = await exported(actor, {
    ...{ batch, format: 'pdf', design: 'shelf', stock: 'L7160' },
  });
  const { options } = await db().export.findUniqueOrThrow({ where: { id: exportId } });
  const print = storedOptions(options);
  if (!isPrint(print)) throw new Error('a print has a design');
  const pieces = await readBack(bytes, gridOf(print.sheet, print.design), print.design);
  const printed = pieces.filter(({ codes }) => codes.length > 0);
  const keys = printed.map(({ codes }) => /s[0-9A-Za-z]{9}$/.exec(codes.join())?.[0] ?? '');
  expect(new Set(keys).size).toBe(TABLES.length);
  const led = await Promise.all(keys.map((key) => answerOf(key)));
  expect(led).toEqual(TABLES.map((t) => ({ state: 'open', page: '', parameters: { shop: '西湖店', t } })));
  expect(printed.map(({ lines }) => lines.join(''))).toEqual(
    TABLES.map((table) => expect.stringContaining(`湖滨 ${table} 号桌`)),
  );
});
