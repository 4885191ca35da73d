import { describe, expect, test, vi } from 'vitest';
import { nextIds } from './walk';

const tx = { $queryRaw: vi.fn() };
const codeIds = ['c', 'a', 'd', 'b'];
const page = (cursor: string | null, max: number) =>
  nextIds(tx, { bulk: { scope: { codeIds }, cursor, createdById: null }, conditions: [] }, max);

describe('ticked codes', () => {
  test('come in the order of the screen, step by step, each once', async () => {
    expect(await page(null, 3)).toEqual({ ids: ['c', 'a', 'd'], cursor: '3' });
    expect(await page('3', 3)).toEqual({ ids: ['b'], cursor: null });
  });

  test('are over with the step that has the last of them, and not with one more that has none', async () => {
    expect(await page(null, 4)).toEqual({ ids: codeIds, cursor: null });
    expect(await page('2', 2)).toEqual({ ids: ['d', 'b'], cursor: null });
    expect(await page(null, 500)).toEqual({ ids: codeIds, cursor: null });
  });

  test('are known, and not looked for', () => {
    expect(tx.$queryRaw).not.toHaveBeenCalled();
  });
});
