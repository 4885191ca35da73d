import { beforeEach, describe, expect, test } from 'vitest';
import { memberActor, type UserActor } from './actor';
import { allThatMatch, readCodes } from '@/lib/bulk/bulk.fixture';
import { startBulk } from '@/lib/bulk/start';
import { workOn } from '@/lib/bulk/step';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp, insertCode } from '@/lib/testing/factories';
import { changeSight } from '@/lib/users/sight';
import { bytesOf } from '@/lib/exports/export.fixture';
import { makeExport } from '@/lib/exports/job/make-export';
import { listExports } from '@/lib/exports/queries';
import { createExport, fetchExport } from '@/lib/exports/service';

// What somebody asked for goes on in the background with what they saw when they asked for it.

useDatabase();

let admin: UserActor;
let member: UserActor;
let seen: string;
let hidden: string;

const list = { app: 'all', tab: 'all', q: '' } as const;
const again = async () => memberActor(await db().user.findUniqueOrThrow({ where: { id: member.id } }));

async function see(appIds: string[] | null): Promise<void> {
  await changeSight(admin, { id: member.id, appIds });
  member = await again();
}

beforeEach(async () => {
  admin = await insertActor('ADMIN');
  member = await insertActor('OPERATOR');
  [seen, hidden] = [(await insertApp()).id, (await insertApp()).id];
  await insertCode({ miniProgramId: seen, name: '看得见' });
  await insertCode({ miniProgramId: hidden, name: '看不见' });
  await see([seen]);
});

const tableOf = async (actor: UserActor, id: string) =>
  (await bytesOf(await fetchExport(actor, id))).toString('utf8');
const everything = () => new URLSearchParams({ app: 'all', format: 'csv' });

describe('an export', () => {
  test('of everything holds what was seen, whoever made it see more since', async () => {
    const id = await createExport(member, everything());
    await see(null);
    await makeExport(id);
    const table = await tableOf(member, id);
    expect(table).toContain('看得见');
    expect(table).not.toContain('看不见');
  });

  test('of what is seen no more is made to its end, and is no longer there for who asked for it', async () => {
    const id = await createExport(member, everything());
    await see([hidden]);
    await makeExport(id);
    await expect(fetchExport(member, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await listExports(member, list)).counts.all).toBe(0);
    expect(await tableOf(admin, id)).toContain('看得见');
  });

  test('of everything by who sees everything is not there for who does not', async () => {
    const id = await createExport(admin, everything());
    await makeExport(id);
    await expect(fetchExport(member, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await see([seen, hidden]);
    await expect(fetchExport(member, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await see(null);
    expect(await tableOf(member, id)).toContain('看不见');
  });
});

describe('an action on all that match', () => {
  const archived = async (miniProgramId: string) =>
    db().code.count({ where: { miniProgramId, archivedAt: { not: null } } });

  test('changes what is seen, and the worker goes on with what was seen then', async () => {
    const scope = await allThatMatch(member, {});
    expect(scope).toMatchObject({ count: 1 });
    const { id } = await startBulk(member, { kind: 'archive', scope });
    expect([await archived(seen), await archived(hidden)]).toEqual([1, 0]);
    // As if it had been stopped before its first code.
    await db().code.updateMany({ data: { archivedAt: null } });
    await db().bulkChange.deleteMany({ where: { bulkId: id } });
    await db().bulk.update({ where: { id }, data: { state: 'RUNNING', cursor: null, finishedAt: null } });
    await see(null);
    await workOn(id, 100);
    expect([await archived(seen), await archived(hidden)]).toEqual([1, 0]);
  });

  test('leaves out of ticked codes those that are not seen', async () => {
    const codes = await db().code.findMany({ where: { miniProgramId: { in: [seen, hidden] } } });
    const codeIds = codes.map(({ id }) => id);
    const { total } = await startBulk(member, { kind: 'archive', scope: { codeIds } });
    expect(total).toBe(1);
    const after = await readCodes(codeIds);
    expect(after.filter(({ archivedAt }) => archivedAt).map(({ name }) => name)).toEqual(['看得见']);
  });
});
