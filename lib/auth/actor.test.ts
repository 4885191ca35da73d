import { describe, expect, test } from 'vitest';
import { memberActor, systemActor, viewerOf, type KeyActor } from './actor';
import { madeBy, makerOf } from './maker';

const row = { id: 'u1', name: '店长', email: null, seesAll: false, seenAppIds: ['a1', 'a2'] };
const key: KeyActor = { kind: 'apiKey', id: 'k1', name: '收银', permissions: [], sees: ['a1'] };

describe('a member', () => {
  test('sees what their row says, and an administrator everything', () => {
    const named = { kind: 'user', id: 'u1', name: '店长', email: null };
    const [viewer, all] = [memberActor({ ...row, role: 'VIEWER' }), { ...row, seesAll: true }];
    expect(viewer).toEqual({ ...named, role: 'VIEWER', sees: ['a1', 'a2'] });
    expect(memberActor({ ...all, role: 'OPERATOR' })).toEqual({ ...named, role: 'OPERATOR', sees: 'all' });
    expect(memberActor({ ...row, role: 'ADMIN' })).toEqual({ ...named, role: 'ADMIN', sees: 'all' });
  });

  test('has last uses of their own, which keys and the system have not', () => {
    const member = memberActor({ ...row, role: 'VIEWER' });
    expect(viewerOf(member)).toEqual({ userId: 'u1', sees: ['a1', 'a2'] });
    expect(viewerOf(key)).toEqual({ userId: null, sees: ['a1'] });
    expect(viewerOf(systemActor('sweeper'))).toEqual({ userId: null, sees: 'all' });
  });
});

test('the system is called by its task', () => {
  expect(systemActor('sweeper')).toEqual({ kind: 'system', name: 'sweeper', sees: 'all' });
});

describe('what is made', () => {
  test('keeps the person or the key that made it, and nobody of the system', () => {
    const member = memberActor({ ...row, role: 'VIEWER' });
    expect(madeBy(member)).toEqual({ createdById: 'u1', createdByKeyId: null });
    expect(madeBy(key)).toEqual({ createdById: null, createdByKeyId: 'k1' });
    expect(madeBy(systemActor('sweeper'))).toEqual({ createdById: null, createdByKeyId: null });
  });

  test('names whichever of the two there is', () => {
    const [person, program] = [
      { id: 'u1', name: '店长' },
      { id: 'k1', name: '收银' },
    ];
    expect(makerOf({ createdBy: person, createdByKey: null })).toBe(person);
    expect(makerOf({ createdBy: null, createdByKey: program })).toBe(program);
    expect(makerOf({ createdBy: null, createdByKey: null })).toBeNull();
  });
});
