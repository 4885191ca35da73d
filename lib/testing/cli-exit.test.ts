import { expect, test } from 'vitest';
import { orAborted } from '@/scripts/cli/src/exit';

test('Ctrl-C lets go of a request that never ends, and whoever knows more is heard first', async () => {
  const stop = new AbortController();
  const never = new Promise<never>(() => undefined);
  const [now, later] = [orAborted(stop.signal, never), orAborted(stop.signal, never, setImmediate)];
  stop.abort();
  const first = Promise.race([later.catch(() => 'later'), now.catch(() => 'now')]);
  await expect(first).resolves.toBe('now');
  await expect(later).rejects.toThrow('aborted');
  await expect(orAborted(stop.signal, never)).rejects.toThrow('aborted');
});
