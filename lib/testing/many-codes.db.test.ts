import { expect, test } from 'vitest';
import { NO_FILTERS } from '@/lib/codes/find/filters';
import { getCode, listCodes } from '@/lib/codes/find/queries';
import { useDatabase } from './database';
import { memberActor } from '@/lib/auth/actor';
import { insertUser } from './factories';
import { seedManyCodes } from '@/prisma/seed/many-codes';
import { seedCast } from '@/prisma/seed/people-and-places';

useDatabase();

const PICTURE = {
  endpoint: 'getwxacodeunlimit' as const,
  ...{ imageKey: 'picture', imageType: 'image/png', imageWidthPx: 430, imageHeightPx: 430 },
  ...{ imageBytes: 1_000, imageSha256: 'hash' },
};

test('`npm run seed -- --codes`: each of them opens, and the list goes on behind each of them', async () => {
  const cast = await seedCast();
  await seedManyCodes({ count: 200, cast, pictures: [PICTURE], endsAt: new Date() }, () => undefined);
  const actor = memberActor(await insertUser());
  const everything = { ...NO_FILTERS, app: 'all' };
  const first = await listCodes(actor, everything);
  expect(first.items.length).toBeGreaterThan(0);
  for (const { id } of first.items.slice(0, 5)) expect(await getCode(actor, id)).toMatchObject({ id });
  const next = await listCodes(actor, everything, first.nextCursor ?? '');
  const ids = new Set(first.items.map(({ id }) => id));
  expect(next.items.length).toBeGreaterThan(0);
  expect(next.items.filter(({ id }) => ids.has(id))).toEqual([]);
});
