import { randomUUID } from 'node:crypto';
import { createTranslator } from 'next-intl';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createApp, updateApp } from '@/lib/apps/service';
import { memberActor, systemActor, type UserActor } from '@/lib/auth/actor';
import { purgeDrafts } from '@/lib/batches/draft/drafts';
import { finishBatch } from '@/lib/batches/run/finish';
import { stopBatch } from '@/lib/batches/run/stop';
import { startBulk, undoBulk } from '@/lib/bulk/start';
import { updateCode } from '@/lib/codes/generate/service';
import { db } from '@/lib/db/client';
import { createFolder } from '@/lib/folders/service';
import { callers } from '@/lib/http/caller';
import { loadMessages } from '@/lib/i18n/messages';
import { removePurpose, savePurpose, setPurposeHidden } from '@/lib/purposes/service';
import { createTag, deleteTag, updateTag } from '@/lib/tags/service';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp, insertCode, insertUser } from '@/lib/testing/factories';
import { inviteMembers } from '@/lib/users/invitations';
import { createResetLink } from '@/lib/users/password-reset';
import { changePassword } from '@/lib/users/service';
import { changeSight } from '@/lib/users/sight';
import { auditCsv } from './audit-csv';
import { readAuditFilters, type AuditFilters } from './filters';
import { batchHistory, codeHistory } from './history';
import { getAuditKeep, setAuditKeep, sweepAudit } from './keep';
import { listAudit } from './queries';
import { mayOpen } from './refusals';

useDatabase();

const HERE = '203.0.113.7';
const here = <T>(work: () => Promise<T>) => callers().run({ address: HERE, requestId: 'its id' }, work);

let admin: UserActor;

beforeAll(async () => {
  admin = await insertActor('ADMIN');
});

const list = (filters: Partial<Record<keyof AuditFilters, string>>, cursor?: string) =>
  listAudit(admin, { ...readAuditFilters(filters), cursor });

/** What a test made, by a name that no other has. */
const unique = (name: string) => `${name}${randomUUID().slice(0, 8)}`;

describe('a change is recorded', () => {
  test('with who, what, on which thing, from where, and what it was before', async () => {
    const name = unique('午市');
    const tagId = await here(() => createTag(admin, { name, color: 'red' }));
    await here(() => updateTag(admin, tagId, { name, color: 'blue' }));
    await here(() => deleteTag(admin, tagId));
    const { items } = await list({ q: name });
    const target = { kind: 'tag', id: tagId, name, href: null };
    const seen = { actor: { kind: 'user', name: admin.name }, target, address: HERE };
    expect(items).toMatchObject([
      { ...seen, action: 'tag.delete', changes: null },
      { ...seen, action: 'tag.update', changes: { color: { from: 'red', to: 'blue' } } },
      { ...seen, action: 'tag.create' },
    ]);
  });

  test('of a code with its old name and note, and leads to it', async () => {
    const { id: miniProgramId } = await insertApp();
    const code = await insertCode({ miniProgramId, name: '门口', note: '旧' });
    await updateCode(admin, code.id, { name: '门口', note: '新' });
    const [event] = (await list({ q: code.id })).items;
    expect(event).toMatchObject({
      changes: { note: { from: '旧', to: '新' } },
      target: { kind: 'code', name: '门口', href: `/codes/${code.id}` },
      address: null,
    });
  });

  test('without any secret, wherever one was given', async () => {
    const secrets = {
      appSecret: randomUUID(),
      second: randomUUID(),
      header: randomUUID(),
      key: randomUUID(),
      userinfo: randomUUID(),
    };
    const passwords = { old: `old ${randomUUID()}`, next: `next ${randomUUID()}` };
    const appId = `wx${randomUUID().replaceAll('-', '').slice(0, 16)}`;
    const id = await createApp(admin, { mode: 'LIVE', name: '门店', appId, appSecret: secrets.appSecret });
    await updateApp(admin, id, {
      ...{ name: '总店', appSecret: secrets.second, tokenMode: 'external', tokenHeaderName: 'x-key' },
      ...{ tokenUrl: `https://token.example/t?key=${secrets.key}`, tokenHeaderValue: secrets.header },
    });
    const [changed] = (await list({ q: id })).items;
    // Of a source that is not used nothing is checked.
    const unused = { name: '总店', tokenUrl: `https://u:${secrets.userinfo}@token.example/t` };
    await updateApp(admin, id, { ...unused, tokenHeaderName: 'x-key' });
    await updateApp(admin, id, { ...unused, tokenHeaderName: 'x-key', tokenUrl: secrets.second });
    const user = await insertUser({ password: passwords.old });
    const { old: currentPassword, next: newPassword } = passwords;
    await changePassword(memberActor(user), { currentPassword, newPassword, repeatPassword: newPassword });
    const { token: reset } = await createResetLink(admin, user.id);
    const emails = `${randomUUID()}@suncode.test`;
    const [invited] = await inviteMembers(admin, { emails, role: 'VIEWER' });
    const stored = JSON.stringify(await db().auditEvent.findMany());
    expect(stored).toContain('https://token.example/t"');
    const told = [...Object.values(secrets), ...Object.values(passwords), reset, invited?.token ?? 'none'];
    expect(told.filter((secret) => stored.includes(secret))).toEqual([]);
    expect(changed).toMatchObject({
      changes: { name: { from: '门店', to: '总店' }, tokenMode: { from: 'stable', to: 'external' } },
      details: { secretChanged: true, headerChanged: true },
    });
  });
});

describe('the list', () => {
  const mark = unique('记');
  beforeAll(async () => {
    const rows = Array.from({ length: 120 }, (_, index) => ({
      ...{ actorKind: 'user', actorId: admin.id, actorName: '甲', action: 'folder.create', area: 'order' },
      ...{ targetKind: 'folder', targetId: randomUUID(), targetName: `${mark}${index}号桌` },
      at: new Date(Date.UTC(2026, 0, 1 + Math.floor(index / 2))),
    }));
    await db().auditEvent.createMany({ data: rows });
  });

  test('comes in pages that leave nothing out and repeat nothing', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await list({ q: mark }, cursor);
      seen.push(...page.items.map(({ at, id }) => `${at} ${id}`));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toHaveLength(120);
    expect(seen).toEqual([...new Set(seen)].sort().reverse());
  });

  test('is narrowed by person, kind of action, days and part of a name, of one character too', async () => {
    const found = async (filters: Partial<AuditFilters>) =>
      (await list({ q: mark, ...filters })).items.length;
    expect(await found({ who: admin.id, area: 'order' })).toBe(50);
    expect(await found({ area: 'codes' })).toBe(0);
    expect(await found({ who: 'system' })).toBe(0);
    expect(await found({ from: '2026-01-03', to: '2026-01-04' })).toBe(4);
    expect((await list({ q: `${mark}7号` })).items.map(({ target }) => target?.name)).toEqual([
      `${mark}7号桌`,
    ]);
    expect((await list({ q: '桌', area: 'order' })).items.length).toBe(50);
  });

  test('refuses a cursor that is none, and whoever is no administrator', async () => {
    await expect(list({}, 'broken')).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    const operator = await insertActor('OPERATOR');
    await expect(listAudit(operator, readAuditFilters({}))).rejects.toMatchObject({
      ...{ code: 'FORBIDDEN', values: { permission: 'audit.read' } },
    });
  });

  test('is a CSV that no spreadsheet runs, and taking it is recorded', async () => {
    const name = `=1+1${unique('桌')}`;
    await here(() => createFolder(admin, { name }));
    const t = createTranslator({ locale: 'en', messages: loadMessages('en') });
    const parts: string[] = [];
    for await (const part of await auditCsv(admin, readAuditFilters({ q: name }), t)) parts.push(part);
    const [head, line, end] = parts.join('').split('\r\n');
    expect(head).toBe('\uFEFFTime,Who,What,Kind,Item,ID,Address,Details');
    expect(line).toContain(`,Created a folder,Folder,'${name},`);
    expect(line).toContain(HERE);
    expect(end).toBe('');
    expect((await list({ who: admin.id, area: 'settings' })).items[0]?.action).toBe('audit.export');
  });
});

describe('what names alone can tell', () => {
  test('of whom a member sees', async () => {
    const [one, other] = [await insertApp({ name: unique('甲') }), await insertApp({ name: unique('乙') })];
    const { id } = await insertUser();
    await changeSight(admin, { id, appIds: [other.id, one.id] });
    await db().miniProgram.delete({ where: { id: other.id } });
    await changeSight(admin, { id, appIds: null });
    const names = [one.name, other.name].sort();
    expect((await list({ q: id })).items.map(({ changes }) => changes)).toEqual([
      { apps: { from: [one.name], to: 'allApps' } },
      {
        apps: { from: 'allApps', to: expect.toSatisfy((to: string[]) => `${to.toSorted()}` === `${names}`) },
      },
    ]);
    const emails = `${randomUUID()}@suncode.test`;
    await inviteMembers(admin, { emails, role: 'VIEWER', appIds: [one.id] });
    expect((await list({ q: emails })).items[0]?.details).toMatchObject({ apps: [one.name] });
  });

  test('of an action on many codes: which tags, which folder, which names', async () => {
    const { id: miniProgramId } = await insertApp();
    const [one, other] = [await insertCode({ miniProgramId }), await insertCode({ miniProgramId })];
    const scope = { codeIds: [one.id, other.id] };
    const [tagName, folderName] = [unique('午市'), unique('一楼')];
    const tagId = await createTag(admin, { name: tagName, color: 'red' });
    const folderId = await createFolder(admin, { name: folderName });
    await startBulk(admin, { kind: 'addTags', values: { tagIds: [tagId] }, scope });
    await startBulk(admin, { kind: 'rename', values: { pattern: '桌 {seq}', start: 1 }, scope });
    const moved = await startBulk(admin, { kind: 'move', values: { folderId }, scope });
    await undoBulk(admin, moved.id);
    expect((await codeHistory(admin, one.id)).map(({ details }) => details)).toEqual([
      { kind: 'move', count: 2 },
      { count: 2, folder: folderName },
      { count: 2, pattern: '桌 {seq}' },
      { count: 2, tags: [tagName] },
    ]);
  });

  test('of a purpose, also of one that is gone; one of the product is known by its key', async () => {
    const [name, room] = [unique('包间'), { key: 'room', label: '房号', example: '', parameter: 'r' }];
    const asked = { ...room, required: true, counts: true };
    const definition = {
      name,
      summary: '',
      endpoint: 'getwxacodeunlimit',
      printCm: 5,
      nameTemplate: '',
    } as const;
    const key = await savePurpose(admin, null, { definition: { ...definition, fields: [asked] }, pages: {} });
    await savePurpose(admin, key, {
      definition: { ...definition, printCm: 8, fields: [{ ...asked, label: '房间', parameter: 'room' }] },
      pages: {},
    });
    await removePurpose(admin, key);
    expect((await list({ q: key })).items).toMatchObject([
      { action: 'purpose.delete', target: { name } },
      {
        action: 'purpose.update',
        changes: { printCm: { from: 5, to: 8 }, fields: { from: ['房号 (r)'], to: ['房间 (room)'] } },
      },
      { action: 'purpose.create' },
    ]);
    await setPurposeHidden(admin, 'campaign', true);
    const [hidden] = (await list({ q: 'campaign' })).items;
    expect(hidden?.target).toMatchObject({ kind: 'purpose', id: 'campaign', name: null });
  });
});

describe('work of the system', () => {
  test('is recorded without an address, and as the system’s', async () => {
    const { id: miniProgramId } = await insertApp();
    const batch = { miniProgramId, source: 'paste', tableKey: randomUUID(), rowCount: 1 } as const;
    const running = await db().batch.create({ data: { ...batch, name: '桌码', state: 'RUNNING' } });
    await here(() => stopBatch(running.id, 'quota'));
    await here(() => stopBatch(running.id, 'quota'));
    await db().batch.update({ where: { id: running.id }, data: { state: 'RUNNING' } });
    await here(() => finishBatch(running.id, miniProgramId));
    const system = { actor: { kind: 'system', name: 'batch' }, address: null };
    expect(await batchHistory(admin, running.id)).toMatchObject([
      { ...system, action: 'batch.finish' },
      { ...system, action: 'batch.stop', details: { cause: 'quota' } },
    ]);
  });

  test('of a draft that nobody touched for a week says which one went', async () => {
    const { id: miniProgramId } = await insertApp();
    const name = unique('旧草稿');
    const draft = { miniProgramId, name, source: 'paste', tableKey: randomUUID(), rowCount: 1 } as const;
    await db().batch.create({ data: { ...draft, updatedAt: new Date(0) } });
    await purgeDrafts();
    expect((await list({ q: name, who: 'system' })).items).toMatchObject([{ action: 'batch.expire' }]);
    expect((await list({ q: name, who: 'stranger' })).items).toEqual([]);
  });

  test('for whoever asks without being signed in has their address', async () => {
    const { id } = await insertUser();
    await here(() => createResetLink(systemActor('forgotten password'), id));
    expect((await list({ q: id })).items).toMatchObject([{ action: 'user.resetLink', address: HERE }]);
  });
});

describe('the history of a code', () => {
  test('has what happened to it alone and among many, also when that was taken back', async () => {
    const { id: miniProgramId } = await insertApp();
    const [code, other] = [await insertCode({ miniProgramId }), await insertCode({ miniProgramId })];
    const scope = { codeIds: [code.id, other.id] };
    const bulk = await startBulk(admin, { kind: 'archive', scope });
    await undoBulk(admin, bulk.id);
    const folderId = await createFolder(admin, { name: unique('一楼') });
    await startBulk(admin, { kind: 'move', values: { folderId }, scope: { codeIds: [code.id] } });
    const actions = async (id: string) => (await codeHistory(admin, id)).map(({ action }) => action);
    expect(await actions(code.id)).toEqual(['code.move', 'bulk.undo', 'code.archive']);
    expect(await actions(other.id)).toEqual(['bulk.undo', 'code.archive']);
    const [moved] = await codeHistory(admin, code.id);
    expect(moved?.changes?.folder).toMatchObject({ from: null, to: expect.stringContaining('一楼') });
  });

  test('tells administrators alone from where', async () => {
    const { id: miniProgramId } = await insertApp();
    const code = await insertCode({ miniProgramId });
    await here(() => updateCode(admin, code.id, { name: '新', note: '' }));
    const addressFor = async (role: 'ADMIN' | 'VIEWER') =>
      (await codeHistory(await insertActor(role), code.id)).map(({ address }) => address);
    expect(await addressFor('ADMIN')).toEqual([HERE]);
    expect(await addressFor('VIEWER')).toEqual([null]);
  });
});

describe('events are kept', () => {
  const old = (days: number) => ({
    ...{ actorKind: 'system', actorName: 'x', action: 'trash.expire', area: 'codes', targetName: 'old' },
    at: new Date(Date.now() - days * 24 * 60 * 60 * 1000),
  });
  const left = async () => db().auditEvent.count({ where: { targetName: 'old' } });

  beforeEach(async () => {
    await db().auditEvent.deleteMany({ where: { targetName: 'old' } });
    await db().installation.upsert({ where: { id: 1 }, create: { id: 1 }, update: { auditKeepDays: 365 } });
  });

  test('for a year, as long as nobody says otherwise', async () => {
    await db().auditEvent.createMany({ data: [old(364), old(366)] });
    expect(await getAuditKeep(admin)).toBe(365);
    expect(await sweepAudit()).toBeGreaterThanOrEqual(1);
    expect(await left()).toBe(1);
  });

  test('and where there are more than one statement takes, one sweep takes several', async () => {
    await db().auditEvent.createMany({ data: Array.from({ length: 4_100 }, () => old(400)) });
    const codes = { bulkId: randomUUID(), codeIds: [], at: new Date(0) };
    await db().bulkTrace.createMany({ data: Array.from({ length: 2_100 }, () => codes) });
    expect(await sweepAudit()).toBe(4_100);
    expect(await left()).toBe(0);
    expect(await db().bulkTrace.count({ where: { at: codes.at } })).toBe(0);
  });

  test('for as long as an administrator says, which is recorded', async () => {
    await db().auditEvent.createMany({ data: [old(89), old(91), old(800)] });
    await setAuditKeep(admin, { days: 0 });
    expect(await sweepAudit()).toBe(0);
    await setAuditKeep(admin, { days: 90 });
    await sweepAudit();
    expect(await left()).toBe(1);
    const [event] = (await list({ who: admin.id, area: 'settings' })).items;
    expect(event).toMatchObject({ action: 'audit.keep', changes: { keepDays: { from: 0, to: 90 } } });
    await expect(setAuditKeep(admin, { days: 1 })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
});

test('a page that a member may not open is recorded, and asking again and again fills no disk', async () => {
  const viewer = await insertActor('VIEWER');
  for (let time = 0; time < 25; time += 1) expect(await mayOpen(viewer, 'codes.write')).toBe(false);
  const events = await db().auditEvent.findMany({ where: { actorId: viewer.id } });
  expect(events).toHaveLength(20);
  expect(events[0]).toMatchObject({ action: 'access.refuse', details: { permission: 'codes.write' } });
  expect(await mayOpen(admin, 'codes.write')).toBe(true);
});
