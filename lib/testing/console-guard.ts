import { afterEach, beforeEach, expect, vi } from 'vitest';

// A warning nobody expects is a defect nobody sees: each test must leave console.error and console.warn untouched,
// unless it replaced them itself and asserted what they said.
beforeEach(() => {
  vi.spyOn(console, 'error');
  vi.spyOn(console, 'warn');
});

afterEach(() => {
  for (const method of ['error', 'warn'] as const) {
    const spy = vi.mocked(console[method]);
    if (!vi.isMockFunction(spy)) continue;
    const calls = spy.mock.calls;
    spy.mockRestore();
    expect(calls, `unexpected console.${method}`).toEqual([]);
  }
});
