import { setImmediate } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { sameAtOnce, together } from './together';

/** A read that answers when it is let go, with what stood there when it began. */
function slowRead() {
  const stands = new Map<string, number>();
  const going: (() => void)[] = [];
  const read = vi.fn<(keys: readonly string[]) => Promise<Map<string, number>>>((keys) => {
    const found = new Map(keys.flatMap((key) => [...stands].filter(([name]) => name === key)));
    return new Promise((resolve) => going.push(() => resolve(found)));
  });
  const answer = async () => {
    await vi.waitFor(() => expect(going).not.toHaveLength(0));
    going.shift()?.();
  };
  return { stands, read, answer };
}

test('what is asked for at once is one read, each key once', async () => {
  const { stands, read, answer } = slowRead();
  stands.set('a', 1).set('b', 2);
  const get = together(read);
  const found = Promise.all(['a', 'b', 'a', 'c'].map(get));
  await answer();
  expect(await found).toEqual([1, 2, 1, undefined]);
  expect(read.mock.calls).toEqual([[['a', 'b', 'c']]]);
});

test('who asks while it is read is told what stands there afterwards', async () => {
  const { stands, read, answer } = slowRead();
  stands.set('a', 1);
  const get = together(read);
  const first = get('a');
  await vi.waitFor(() => expect(read).toHaveBeenCalledOnce());
  stands.set('a', 2);
  const [second, third] = [get('a'), get('b')];
  await answer();
  expect(await first).toBe(1);
  await answer();
  expect(await Promise.all([second, third])).toEqual([2, undefined]);
  expect(read.mock.calls).toEqual([[['a']], [['a', 'b']]]);
});

test('a read that fails fails for those who asked, and the next one is tried', async () => {
  const { stands, read, answer } = slowRead();
  stands.set('a', 1);
  read.mockRejectedValueOnce(new Error('gone'));
  const get = together(read);
  const failed = await Promise.allSettled([get('a'), get('b')]);
  expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  const again = get('a');
  await answer();
  expect(await again).toBe(1);
});

test('requests that arrive in the same turn are one read, though what answers lets nothing in between', async () => {
  const read = vi.fn(async (keys: readonly string[]) => new Map(keys.map((key) => [key, key])));
  const get = together(read);
  const arrive = async (key: string) => {
    await setImmediate();
    return get(key);
  };
  expect(await Promise.all(['a', 'b', 'c'].map(arrive))).toEqual(['a', 'b', 'c']);
  expect(read.mock.calls).toEqual([[['a', 'b', 'c']]]);
});

test('equal reads of one turn are one, and who asks once it has begun is told what stands there then', async () => {
  const get = sameAtOnce<number>();
  let stands = 1;
  const read = vi.fn(async () => stands);
  const all = ['a', 'a', 'b'].map((key) => get(key, read));
  expect(await Promise.all(all)).toEqual([1, 1, 1]);
  expect(read).toHaveBeenCalledTimes(2);
  stands = 2;
  expect(await get('a', read)).toBe(2);
  const failing = () => Promise.reject(new Error('gone'));
  const failed = await Promise.allSettled([get('a', failing), get('a', failing)]);
  expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await get('a', read)).toBe(2);
});
