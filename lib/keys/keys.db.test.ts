import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { actorText } from '@/lib/audit/audit-text';
import { findRows } from '@/lib/audit/rows';
import type { UserActor } from '@/lib/auth/actor';
import { clock } from '@/lib/clock';
import { listCodes } from '@/lib/codes/find/queries';
import { NO_FILTERS } from '@/lib/codes/find/filters';
import { updateCode } from '@/lib/codes/generate/service';
import { db } from '@/lib/db/client';
import { sql } from '@/lib/db/sql';
import { callers } from '@/lib/http/caller';
import { withoutSecrets } from '@/lib/redaction';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp, insertCode } from '@/lib/testing/factories';
import { enterByKey } from './enter';
import { KEY_PERMISSIONS } from './limits';
import { listKeys } from './queries';
import { changeKey, createKey, revokeKey, rotateKey } from './service';
import { newPrefix, newSecret, readKey } from './token';

useDatabase();

const HERE = '203.0.113.7';
const HOUR_MS = 60 * 60 * 1000;
const given = {
  ...{ name: '门店系统', permissions: [...KEY_PERMISSIONS], appIds: null, days: 30 },
  addresses: new Array<string>(),
};
let admin: UserActor;
let from = 0;
/** Wrong keys are counted by address: each test has its own. */
let here = HERE;

beforeEach(async () => {
  admin = await insertActor('ADMIN');
  here = `198.51.100.${(from += 1)}`;
});
afterEach(() => vi.restoreAllMocks());

const later = (ms: number) => {
  const then = new Date(Date.now() + ms);
  vi.spyOn(clock, 'now').mockImplementation(() => then);
};

describe('a key', () => {
  test('is told once, and only its hash is kept', async () => {
    const { id, key } = await createKey(admin, given);
    const row = await db().apiKey.findUniqueOrThrow({ where: { id } });
    expect(key.startsWith(`${row.prefix}_`)).toBe(true);
    const [item] = await listKeys(admin);
    for (const kept of [row, item, await db().auditEvent.findMany({ where: { targetId: id } })])
      expect(JSON.stringify(kept)).not.toContain(key.slice(row.prefix.length));
    expect(JSON.stringify(item)).not.toContain(row.secretHash);
  });

  test('is known by its shape, and by its checksum', () => {
    const { key } = newSecret(newPrefix());
    expect(readKey(key)).not.toBeNull();
    const at = key.length - 20;
    for (const wrong of [
      key.slice(0, -1),
      `${key}0`,
      key.slice(0, at) + (key[at] === 'a' ? 'b' : 'a') + key.slice(at + 1),
      key.toLowerCase().replace('sck_', 'abc_'),
      '',
    ])
      expect(readKey(wrong)).toBeNull();
  });

  test('is in no line that is printed', () => {
    const unknown = `sck_${'a'.repeat(10)}_${'B'.repeat(38)}`;
    expect(withoutSecrets(`asked with ${unknown}, refused`)).toBe(
      `asked with sck_${'a'.repeat(10)}_***, refused`,
    );
  });
});

describe('who comes with a key', () => {
  test('is a program with the permissions and the Mini Programs of the key', async () => {
    const [own, other] = [await insertApp(), await insertApp()];
    await insertCode({ miniProgramId: other.id, name: '别人的' });
    const mine = await insertCode({ miniProgramId: own.id, name: '自己的' });
    const { id, key } = await createKey(admin, { ...given, permissions: ['codes.read'], appIds: [own.id] });
    const actor = await enterByKey(key, here);
    expect(actor).toEqual({
      ...{ kind: 'apiKey', id, name: '门店系统', permissions: ['codes.read', 'apps.read'], sees: [own.id] },
    });
    expect((await listCodes(actor, NO_FILTERS)).items.map((item) => item.id)).toEqual([mine.id]);
    await expect(updateCode(actor, mine.id, { name: '新' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  test('stands in the record by the name of the key, with the address', async () => {
    const app = await insertApp();
    const { id } = await insertCode({ miniProgramId: app.id });
    const { key, id: keyId } = await createKey(admin, given);
    const actor = await enterByKey(key, here);
    await callers().run({ address: here, requestId: 'a test' }, () =>
      updateCode(actor, id, { name: '新名' }),
    );
    const [event] = await findRows([sql`"targetId" = ${id}`], 1);
    expect(event).toMatchObject({ actorKind: 'apiKey', actorName: '门店系统', address: here });
    expect(await db().auditEvent.count({ where: { actorId: keyId } })).toBe(1);
    const text = actorText({ kind: 'apiKey', name: '门店系统' }, (word, values) => `${word} ${values?.name}`);
    expect(text).toBe('audit.list.apiKey 门店系统');
  });

  test('is noted as last seen, every few minutes', async () => {
    const { id, key } = await createKey(admin, given);
    await enterByKey(key, here);
    const first = await db().apiKey.findUniqueOrThrow({ where: { id } });
    expect(first).toMatchObject({ lastAddress: here, lastUsedAt: expect.any(Date) });
    later(60_000);
    await enterByKey(key, here);
    expect((await db().apiKey.findUniqueOrThrow({ where: { id } })).lastUsedAt).toEqual(first.lastUsedAt);
    later(6 * 60_000);
    await enterByKey(key, here);
    expect((await db().apiKey.findUniqueOrThrow({ where: { id } })).lastUsedAt).not.toEqual(first.lastUsedAt);
  });

  test('is refused with a wrong secret, a key of nobody, and what is no key', async () => {
    const { key } = await createKey(admin, given);
    const { prefix } = readKey(key) ?? { prefix: '' };
    for (const wrong of [newSecret(prefix).key, newSecret(newPrefix()).key, 'password', ''])
      await expect(enterByKey(wrong, here)).rejects.toMatchObject({ code: 'KEY_INVALID', status: 401 });
  });

  test('is refused once the key is revoked, or its time is over', async () => {
    const revoked = await createKey(admin, given);
    await revokeKey(admin, revoked.id);
    await expect(enterByKey(revoked.key, here)).rejects.toMatchObject({ code: 'KEY_REVOKED', status: 401 });
    const old = await createKey(admin, { ...given, days: 1 });
    later(25 * HOUR_MS);
    await expect(enterByKey(old.key, here)).rejects.toMatchObject({ code: 'KEY_EXPIRED' });
    expect((await listKeys(admin)).filter(({ id }) => [revoked.id, old.id].includes(id))).toMatchObject([
      { state: 'expired' },
      { state: 'revoked' },
    ]);
  });

  test.each([
    [['203.0.113.0/24'], '203.0.113.9', true],
    [['203.0.113.9'], '203.0.113.9', true],
    [['203.0.113.9'], '203.0.113.10', false],
    [['2001:db8::/32'], '2001:db8::7', true],
    [['2001:db8::/32'], '203.0.113.9', false],
    [['203.0.113.9'], 'unknown', false],
  ])('with %j from %s: %s', async (addresses, address, isIn) => {
    const { key } = await createKey(admin, { ...given, addresses });
    const entered = enterByKey(key, address);
    if (isIn) await expect(entered).resolves.toMatchObject({ kind: 'apiKey' });
    else await expect(entered).rejects.toMatchObject({ code: 'KEY_ADDRESS', status: 403 });
  });

  test('guesses no more than some keys in a quarter of an hour, and keeps no right key out', async () => {
    const { key } = await createKey(admin, given);
    const { prefix } = readKey(key) ?? { prefix: '' };
    const guess = () => enterByKey(newSecret(prefix).key, here);
    for (let n = 0; n < 21; n += 1) await expect(guess()).rejects.toMatchObject({ code: 'KEY_INVALID' });
    await expect(guess()).rejects.toMatchObject({ code: 'TOO_MANY_KEY_ATTEMPTS', status: 429 });
    await expect(enterByKey(key, HERE)).resolves.toMatchObject({ kind: 'apiKey' });
    const other = await createKey(admin, given);
    await expect(enterByKey(other.key, here)).resolves.toMatchObject({ kind: 'apiKey' });
  });
});

describe('replacing a key', () => {
  test('leaves the old one good for the hours that were chosen, and no longer', async () => {
    const { id, key: old } = await createKey(admin, given);
    const { key: next } = await rotateKey(admin, id, 24);
    expect(readKey(next)?.prefix).toBe(readKey(old)?.prefix);
    for (const key of [old, next]) expect(await enterByKey(key, here)).toMatchObject({ id });
    later(25 * HOUR_MS);
    await expect(enterByKey(old, here)).rejects.toMatchObject({ code: 'KEY_INVALID' });
    expect(await enterByKey(next, here)).toMatchObject({ id });
  });

  test('at once ends the old one at once', async () => {
    const { id, key: old } = await createKey(admin, given);
    const { key: next } = await rotateKey(admin, id, 0);
    await expect(enterByKey(old, here)).rejects.toMatchObject({ code: 'KEY_INVALID' });
    expect(await enterByKey(next, here)).toMatchObject({ id });
  });

  test('knows no other overlap', async () => {
    const { id } = await createKey(admin, given);
    await expect(rotateKey(admin, id, 9000)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
});

describe('changing a key', () => {
  test('counts from the next request on, and is recorded field by field', async () => {
    const app = await insertApp({ name: '甲店' });
    const { id, key } = await createKey(admin, given);
    await changeKey(admin, id, {
      ...given,
      name: '收银',
      permissions: ['codes.read'],
      appIds: [app.id],
      days: null,
    });
    expect(await enterByKey(key, here)).toMatchObject({
      name: '收银',
      permissions: ['codes.read', 'apps.read'],
      sees: [app.id],
    });
    const event = await db().auditEvent.findFirst({ where: { targetId: id, action: 'key.update' } });
    expect(event?.changes).toMatchObject({
      name: { from: '门店系统', to: '收银' },
      permissions: { to: ['codes.read'] },
      apps: { from: 'allApps', to: ['甲店'] },
      expires: { to: '' },
    });
  });

  test('gives what its permissions are worth nothing without', async () => {
    const { id } = await createKey(admin, { ...given, permissions: ['batches.write', 'codes.export'] });
    const { permissions } = await db().apiKey.findUniqueOrThrow({ where: { id } });
    expect(permissions).toEqual(['codes.read', 'codes.export', 'batches.read', 'batches.write']);
  });

  test('without a new time leaves the end where it was', async () => {
    const { id } = await createKey(admin, given);
    const { days: _, ...rest } = given;
    const before = await db().apiKey.findUniqueOrThrow({ where: { id } });
    await changeKey(admin, id, rest);
    expect((await db().apiKey.findUniqueOrThrow({ where: { id } })).expiresAt).toEqual(before.expiresAt);
  });

  test('that was revoked is no more possible', async () => {
    const { id } = await createKey(admin, given);
    await revokeKey(admin, id);
    const late = [
      () => changeKey(admin, id, given),
      () => rotateKey(admin, id, 0),
      () => revokeKey(admin, id),
    ];
    // One after the other: a refusal that nobody waits for yet is an unhandled one.
    for (const change of late) await expect(change()).rejects.toMatchObject({ code: 'KEY_OFF', status: 409 });
  });
});

test.each([
  ['name', { name: ' ' }],
  ['permissions', { permissions: [] }],
  ['permissions.0', JSON.parse('{"permissions":["members.manage"]}')],
  ['appIds', { appIds: [] }],
  ['addresses.0', { addresses: ['10.1'] }],
  ['addresses.1', { addresses: ['10.0.0.1', '10.0.0.0/33'] }],
  ['addresses.0', { addresses: ['example.com'] }],
  ['days', { days: 0 }],
])('is refused with a wrong %s', async (field, wrong) => {
  const made = createKey(admin, { ...given, ...wrong });
  await expect(made).rejects.toMatchObject({ code: 'INVALID_INPUT', issues: [{ field }] });
});
