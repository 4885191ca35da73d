import { afterEach, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { uuid7 } from '@/lib/db/uuid7';
import { useDatabase } from '@/lib/testing/database';
import { TurnQueue } from './queue';

const database = useDatabase();
let queue: TurnQueue | undefined;
afterEach(() => queue?.close());

test.each(['start_after', 'started_on'])(
  'turns of an hour to come (%s), from before the clock was set back, stand in nobody’s way',
  async (column) => {
    const opened = (queue = await TurnQueue.open(database(), { alone: true }));
    const batchId = uuid7();
    await opened.offer([batchId]);
    if (column === 'started_on') expect(await opened.take(2)).toHaveLength(2);
    await db().$executeRawUnsafe(`UPDATE pgboss.job SET ${column} = now() + interval '1 hour'`);
    await opened.offer([batchId]);
    expect(await opened.take(2)).toEqual([]);
    await opened.recover();
    await opened.offer([batchId]);
    expect((await opened.take(2)).map((turn) => turn.batchId)).toEqual([batchId, batchId]);
    // Those of this moment stay.
    await opened.recover();
    await opened.offer([batchId]);
    expect(await opened.take(2)).toEqual([]);
  },
);
