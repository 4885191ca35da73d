import { expect, test } from 'vitest';
import { inPasswordQueue } from './password-queue';

test('one check at a time, a full lane refuses at once, and strangers do not fill the lane of those known', async () => {
  let open = () => {};
  const gate = new Promise<void>((resolve) => (open = resolve));
  let running = 0;
  let most = 0;
  const check = async () => {
    most = Math.max(most, (running += 1));
    await gate;
    running -= 1;
  };
  const waiting = Array.from({ length: 16 }, () => inPasswordQueue('strangers', check));
  await expect(inPasswordQueue('strangers', check)).rejects.toMatchObject({
    code: 'SIGN_IN_BUSY',
    status: 503,
    values: { seconds: 5 },
  });
  expect(await inPasswordQueue('known', async () => 'let in')).toBe('let in');
  open();
  await Promise.all(waiting);
  expect(most).toBe(1);
  expect(await inPasswordQueue('strangers', async () => 'let in')).toBe('let in');
});
