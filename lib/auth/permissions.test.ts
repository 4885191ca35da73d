import { describe, expect, test } from 'vitest';
import { systemActor } from './actor';
import { can, PERMISSIONS, requirePermission, roleCan, type Permission } from './permissions';

const ROLES = ['ADMIN', 'OPERATOR', 'VIEWER'] as const;

type Row = [permission: Permission, roles: string];

/** Written out a second time on purpose: whoever changes the table says here that it was meant. */
const EXPECTED: Row[] = [
  ['account.manage', 'ADMIN OPERATOR VIEWER'],
  ['apps.read', 'ADMIN OPERATOR VIEWER'],
  ['apps.manage', 'ADMIN'],
  ['codes.read', 'ADMIN OPERATOR VIEWER'],
  ['codes.write', 'ADMIN OPERATOR'],
  ['codes.export', 'ADMIN OPERATOR VIEWER'],
  ['purposes.manage', 'ADMIN'],
  ['exports.manage', 'ADMIN OPERATOR'],
  ['batches.read', 'ADMIN OPERATOR VIEWER'],
  ['batches.write', 'ADMIN OPERATOR'],
  ['quota.read', 'ADMIN OPERATOR VIEWER'],
  ['members.manage', 'ADMIN'],
  ['keys.manage', 'ADMIN'],
  ['webhooks.manage', 'ADMIN'],
  ['audit.read', 'ADMIN'],
  ['system.manage', 'ADMIN'],
];

describe('permissions', () => {
  test.each(EXPECTED)('%s belongs to %s', (permission, roles) => {
    expect(ROLES.filter((role) => roleCan(role, permission)).join(' ')).toBe(roles);
  });

  test('are all expected ones', () => {
    expect(Object.keys(PERMISSIONS).sort()).toEqual(EXPECTED.map(([permission]) => permission).sort());
  });

  test('are asked of people and not of the system', () => {
    const named = { id: '1', name: 'V', email: 'v@suncode.test' };
    const viewer = { kind: 'user', ...named, role: 'VIEWER', sees: 'all' } as const;
    expect(() => requirePermission(viewer, 'codes.write')).toThrow(
      expect.objectContaining({ code: 'FORBIDDEN', values: { permission: 'codes.write' } }),
    );
    expect(() => requirePermission({ ...viewer, role: 'OPERATOR' }, 'codes.write')).not.toThrow();
    expect(() => requirePermission(systemActor('sweeper'), 'apps.manage')).not.toThrow();
  });

  test('of a key are those that it was given, whoever made it', () => {
    const key = { kind: 'apiKey', id: 'k1', name: '收银', permissions: ['codes.read'], sees: 'all' } as const;
    expect([can(key, 'codes.read'), can(key, 'codes.write'), can(key, 'apps.read')]).toEqual([
      true,
      false,
      false,
    ]);
    expect(() => requirePermission(key, 'codes.write')).toThrow(
      expect.objectContaining({ code: 'FORBIDDEN' }),
    );
    expect(can({ ...key, permissions: [] }, 'codes.read')).toBe(false);
  });
});
