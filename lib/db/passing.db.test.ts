import { createServer } from 'node:net';
import { PrismaPg } from '@prisma/adapter-pg';
import { describe, expect, test } from 'vitest';
import { AppError } from '@/lib/errors';
import { useDatabase } from '@/lib/testing/database';
import { db, type Tx } from './client';
import { PrismaClient } from './generated/client';
import { isPassing } from './passing';

useDatabase();

const errorOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => expect.fail('it was done'),
    (error: unknown) => error,
  );

type Write = (tx: Tx) => Promise<unknown>;

const readOnly = (write: Write) =>
  db().$transaction(async (tx) => {
    await tx.$executeRaw`SET TRANSACTION READ ONLY`;
    await write(tx);
  });

/** What is asked of a server at this port, in and out of a transaction. */
async function askedAt(port: number, more = {}): Promise<unknown[]> {
  const adapter = new PrismaPg({ connectionString: `postgresql://a:b@127.0.0.1:${port}/c`, ...more });
  const client = new PrismaClient({ adapter });
  const errors = [
    await errorOf(client.tag.count()),
    await errorOf(client.$transaction(async (tx) => tx.tag.count())),
    await errorOf(client.$queryRaw`SELECT 1`),
  ];
  await client.$disconnect();
  return errors;
}

async function withServer<T>(onConnection: 'end' | 'silence', use: (port: number) => Promise<T>): Promise<T> {
  const server = createServer((socket) => void (onConnection === 'end' && socket.destroy()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return use(port).finally(() => server.close());
}

describe('passes by itself', () => {
  test('a database that is read-only, as after a failover', async () => {
    const writes: Write[] = [
      (tx) => tx.tag.create({ data: { name: 'a', nameKey: 'a', color: 'red' } }),
      (tx) => tx.$executeRaw`DELETE FROM "Tag"`,
      (tx) => tx.$queryRaw`SELECT 1 FROM "MiniProgram" FOR NO KEY UPDATE`,
    ];
    for (const write of writes) expect(isPassing(await errorOf(readOnly(write)))).toBe(true);
  });

  test('a server that refuses connections', async () => {
    const closed = await withServer('end', async (port) => port);
    expect((await askedAt(closed)).map(isPassing)).toEqual([true, true, true]);
  });

  test('a server that ends them', async () => {
    expect((await withServer('end', askedAt)).map(isPassing)).toEqual([true, true, true]);
  });

  test('a server that says nothing, and no connection that gets free', async () => {
    const asked = await withServer('silence', (port) => askedAt(port, { connectionTimeoutMillis: 50 }));
    expect(asked.map(isPassing)).toEqual([true, true, true]);
  });
});

describe('does not', () => {
  test('what was asked for wrongly', async () => {
    const id = '0190a000-0000-7000-8000-000000000000';
    const create = () => db().tag.create({ data: { id, name: 'a', nameKey: 'a', color: 'red' } });
    await create();
    expect(isPassing(await errorOf(create()))).toBe(false);
    expect(isPassing(await errorOf(db().$queryRaw`SELECT 1 / 0`))).toBe(false);
  });

  test('anything else', () => {
    for (const error of [
      new AppError('NOT_FOUND'),
      new TypeError('x is not a function'),
      'ECONNREFUSED',
      null,
    ])
      expect(isPassing(error)).toBe(false);
  });
});
