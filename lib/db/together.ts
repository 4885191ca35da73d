import 'server-only';
import { setImmediate } from 'node:timers/promises';

type Waiting<Value> = { resolve: (found: Value | undefined) => void; reject: (error: unknown) => void };

/**
 * Reads of one kind that come at the same time become one: while the database answers, those that come gather, and are the next
 * read. What each of them is told was read after it asked.
 * @param read all that gathered, each key once; what is left out of its answer is not there
 */
export function together<Key, Value>(read: (keys: readonly Key[]) => Promise<Map<Key, Value>>) {
  const waiting = new Map<Key, Waiting<Value>[]>();
  let isReading = false;

  async function readAll(asked: Map<Key, Waiting<Value>[]>): Promise<void> {
    try {
      const found = await read([...asked.keys()]);
      for (const [key, all] of asked) for (const { resolve } of all) resolve(found.get(key));
    } catch (error) {
      for (const { reject } of [...asked.values()].flat()) reject(error);
    }
  }

  async function readWaiting(): Promise<void> {
    if (isReading) return;
    isReading = true;
    while (waiting.size > 0) {
      // All requests that have arrived are looked at first. The embedded database, which answers in this thread, lets nothing
      // in between: without this turn each request would be answered to its end before the next one is seen.
      await setImmediate();
      const asked = new Map(waiting);
      waiting.clear();
      await readAll(asked);
    }
    isReading = false;
  }

  return (key: Key): Promise<Value | undefined> => {
    const asked = new Promise<Value | undefined>((resolve, reject) => {
      waiting.set(key, [...(waiting.get(key) ?? []), { resolve, reject }]);
    });
    void readWaiting();
    return asked;
  };
}

/**
 * Equal reads that are asked for in the same turn become one, and others do not wait for them. It begins after all of them have
 * asked. Nobody may change what others are given too.
 */
export function sameAtOnce<Value>() {
  const asked = new Map<string, Promise<Value>>();
  return (key: string, read: () => Promise<Value>): Promise<Value> => {
    const before = asked.get(key);
    if (before) return before;
    const value = setImmediate().then(() => {
      asked.delete(key);
      return read();
    });
    asked.set(key, value);
    return value;
  };
}
