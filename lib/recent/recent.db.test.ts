import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp, insertCode } from '@/lib/testing/factories';
import { recordUse } from './service';

useDatabase();

test('the last fifty codes that a person used are remembered, each once', async () => {
  const actor = await insertActor('VIEWER');
  const { id: miniProgramId } = await insertApp();
  const codes = await Promise.all(Array.from({ length: 52 }, () => insertCode({ miniProgramId })));
  const [first] = codes;
  for (const { id } of codes) await recordUse(actor, id);
  await recordUse(actor, first?.id ?? '');
  const kept = await db().recentCode.findMany({ where: { userId: actor.id } });
  expect(kept).toHaveLength(50);
  expect(kept.some(({ codeId }) => codeId === first?.id)).toBe(true);
  expect(kept.some(({ codeId }) => codeId === codes[1]?.id)).toBe(false);
});

test("what somebody else used takes nobody's place", async () => {
  const [one, other] = [await insertActor('VIEWER'), await insertActor('VIEWER')];
  const { id: miniProgramId } = await insertApp();
  const codes = await Promise.all(Array.from({ length: 51 }, () => insertCode({ miniProgramId })));
  // The very code that the other 50 push out.
  const first = codes[0]?.id ?? '';
  await recordUse(other, first);
  for (const { id } of codes) await recordUse(one, id);
  expect(await db().recentCode.count({ where: { userId: one.id } })).toBe(50);
  expect(await db().recentCode.findMany({ where: { userId: other.id } })).toMatchObject([{ codeId: first }]);
});
