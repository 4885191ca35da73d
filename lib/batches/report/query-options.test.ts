import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, expect, test, vi } from 'vitest';
import { batchProgressOptions, batchRowsOptions } from './query-options';

afterEach(() => vi.restoreAllMocks());

/** The routes of a batch of which so many rows are made by now. */
function serve(progress: () => object, rows: () => object[]) {
  const asked: string[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (url) => {
    const isRows = String(url).includes('/rows');
    asked.push(isRows ? 'rows' : 'progress');
    return Response.json(isRows ? { items: rows(), nextAfter: null } : progress());
  });
  return asked;
}

const made = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ rowNumber: at + 1, status: 'made' }));

/** Asks for rows while a page shows the progress of the beginning. */
async function readRows(client: QueryClient): Promise<void> {
  const watched = new QueryObserver(client, { ...batchProgressOptions('b'), refetchInterval: false });
  const stop = watched.subscribe(() => undefined);
  await client.fetchInfiniteQuery(batchRowsOptions('b', {}));
  stop();
}

const shownBy = (client: QueryClient) => client.getQueryData(batchProgressOptions('b').queryKey);

test('rows that are ahead of the progress come with the one that knows of them', async () => {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  client.setQueryData(['batches', 'b', 'progress'], { state: 'RUNNING', made: 0, failed: 0 });
  const asked = serve(
    () => ({ state: 'RUNNING', made: 18, failed: 0 }),
    () => made(17),
  );
  await readRows(client);
  expect(asked).toEqual(['rows', 'progress']);
  expect(shownBy(client)).toMatchObject({ made: 18 });
});

test('rows that the progress knows of ask for nothing more', async () => {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  client.setQueryData(['batches', 'b', 'progress'], { state: 'RUNNING', made: 20, failed: 0 });
  const asked = serve(
    () => ({}),
    () => made(17),
  );
  await readRows(client);
  expect(asked).toEqual(['rows']);
});
