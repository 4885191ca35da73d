import { vi } from 'vitest';
import type * as client from '@/lib/wechat/call/client';
import { patience } from './patience';

// A setup file of the database tests: the WeChat client repeats without a pause, and gives up when `patience` says so.
// Everything else of it, its network included, is the real one.
vi.mock('@/lib/wechat/call/client', async (importOriginal) => {
  const original = await importOriginal<typeof client>();
  const generateCode: typeof original.generateCode = (call) =>
    original.generateCode({
      ...call,
      attemptMs: patience().attemptMs,
      retry: { sleep: async () => undefined },
    });
  return { ...original, generateCode };
});
