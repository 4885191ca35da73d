import { expect, test } from 'vitest';
import { pressingQuota, type QuotaOfApp } from './pressing';

const app = (id: string, overrides: Partial<QuotaOfApp> = {}): QuotaOfApp => ({
  ...{ id, name: id, quotaBaseline: 0, quotaUsed: 0, quotaFloor: 0 },
  ...overrides,
});

test('says nothing while there is plenty', () => {
  expect(pressingQuota([app('a', { quotaUsed: 79_999 }), app('b')], null)).toBeNull();
});

test('counts what was made elsewhere too', () => {
  const quota = pressingQuota([app('a', { quotaBaseline: 70_000, quotaUsed: 10_000 })], null);
  expect(quota).toMatchObject({ used: 80_000, left: 20_000, level: 'warning' });
});

test('shows the one with the least left, also outside of the scope', () => {
  const apps = [app('a', { quotaUsed: 81_000 }), app('b', { quotaUsed: 96_000 }), app('c')];
  expect(pressingQuota(apps, 'c')).toMatchObject({ appId: 'b', level: 'danger' });
});

test('shows a reserve in the scope, and takes it from what is left', () => {
  const apps = [app('a', { quotaFloor: 500, quotaUsed: 10 }), app('b')];
  expect(pressingQuota(apps, 'a')).toMatchObject({ appId: 'a', left: 99_490, level: 'calm' });
  expect(pressingQuota(apps, null)).toMatchObject({ appId: 'a' });
  expect(pressingQuota(apps, 'b')).toBeNull();
});

test('is at its end when only the reserve is left', () => {
  expect(pressingQuota([app('a', { quotaFloor: 30_000, quotaUsed: 70_000 })], null)).toMatchObject({
    left: 0,
    level: 'danger',
  });
});

test('is in danger from 95 % on, and not a code before', () => {
  expect(pressingQuota([app('a', { quotaUsed: 94_999 })], null)).toMatchObject({ level: 'warning' });
  expect(pressingQuota([app('a', { quotaUsed: 95_000 })], null)).toMatchObject({
    level: 'danger',
    left: 5_000,
  });
});
