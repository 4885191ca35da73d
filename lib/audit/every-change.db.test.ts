import { createTranslator } from 'next-intl';
import { Secret, TOTP } from 'otpauth';
import { beforeAll, describe, expect, test } from 'vitest';
import { connectApp } from '@/lib/apps/connect-app';
import { createApp, deleteApp } from '@/lib/apps/service';
import { memberActor, type UserActor } from '@/lib/auth/actor';
import { getBackups } from '@/lib/backup/kept/queries';
import { startBackup } from '@/lib/backup/kept/service';
import { createDraft } from '@/lib/batches/draft/create-draft';
import { rereadDraft, rereadDraftWhere } from '@/lib/batches/draft/drafts';
import { editDraft, undoEdit } from '@/lib/batches/edit/edit-draft';
import { startBulk, stopBulk } from '@/lib/bulk/start';
import { db } from '@/lib/db/client';
import { env } from '@/lib/env';
import { fetchExport } from '@/lib/exports/service';
import { createFolder, deleteFolder, renameFolder } from '@/lib/folders/service';
import { listFolders } from '@/lib/folders/queries';
import { listKeys } from '@/lib/keys/queries';
import { createKey, revokeKey, rotateKey } from '@/lib/keys/service';
import { listNoticeChoices } from '@/lib/notices/queries';
import { chooseNotices, readNotices } from '@/lib/notices/service';
import { READS } from '@/lib/testing/doors/fence-reads';
import { openBrand, type Ids } from '@/lib/testing/doors/fence-world';
import { writesBeside } from '@/lib/testing/doors/fence-writes';
import { STEPS, takersOfActors } from '@/lib/testing/doors/use-cases';
import { Authenticator } from '@/lib/testing/stand-ins/authenticator';
import { WEBHOOK_CHANGES, WEBHOOK_READS } from '@/lib/webhooks/webhook.fixture';
import { loadMessages } from '@/lib/i18n/messages';
import { makeExample } from '@/lib/overview/first-steps';
import { USUAL_OWN } from '@/lib/print/own-stock';
import { listDesigns } from '@/lib/print/designs/queries';
import { onePixel } from '@/lib/print/pictures/one-pixel.fixture';
import { getPrintPicture } from '@/lib/print/pictures/queries';
import { SCAN_KEEP, SCAN_KEEP_READ } from '@/lib/live/scans/scans.fixture';
import { addPicture } from '@/lib/print/pictures/service';
import { createDesign, deleteDesign, renameDesign, saveDesign } from '@/lib/print/designs/service';
import { blankDesign } from '@/lib/print/design-pieces';
import { deleteStock, listStocks, renameStock, saveStock } from '@/lib/print/stocks/service';
import { orderPurposes, removePurpose, savePurpose, setPurposeHidden } from '@/lib/purposes/service';
import { listTags } from '@/lib/tags/queries';
import { createTag, deleteTag, updateTag } from '@/lib/tags/service';
import { useDatabase } from '@/lib/testing/database';
import { insertCode, insertUser } from '@/lib/testing/factories';
import { inviteMembers, listInvitations, revokeInvitation } from '@/lib/users/invitations';
import { changeRole, deactivateMember, listMembers, reactivateMember } from '@/lib/users/members';
import { createResetLink } from '@/lib/users/password-reset';
import { changePassword, keepPreferences, updateProfile } from '@/lib/users/service';
import { listPasskeys } from '@/lib/users/passkeys/queries';
import {
  addPasskey,
  askForOwnPasskey,
  removePasskey,
  renamePasskey,
  startPasskey,
} from '@/lib/users/passkeys/service';
import { resetSecondStep, setSecondStepRequired } from '@/lib/users/second-step/members';
import { getSecondStep } from '@/lib/users/second-step/queries';
import {
  confirmSecondStep,
  renewRecoveryCodes,
  startSecondStep,
  turnOffSecondStep,
} from '@/lib/users/second-step/service';
import { checkService, listServices } from '@/lib/users/sign-in-services/check';
import {
  beginConnecting,
  connectService,
  disconnectService,
  listOwnWaysIn,
} from '@/lib/users/sign-in-services/connections';
import {
  answerJoinRequest,
  getNewcomerRules,
  listJoinRequests,
} from '@/lib/users/sign-in-services/newcomers';
import { endSessions, listSessions } from '@/lib/users/sessions';
import { listViews } from '@/lib/views/queries';
import { createView, deleteView, updateView } from '@/lib/views/service';
import { getSystem } from '@/lib/watch/system';
import { auditCsv } from './audit-csv';
import { readAuditFilters } from './filters';
import { getAuditKeep, setAuditKeep } from './keep';
import { listAudit, listAuditPeople } from './queries';
import { sumsOf } from './table-sums.fixture';

// Every use case is run, and all tables are looked at before and after: what changes something writes an event, or stands
// here with the reason why not; what only reads changes nothing.

useDatabase();

type UseCase = (actor: UserActor, own: Ids) => Promise<unknown>;

const PASSWORD = 'sunny days at the beach';
const purpose = {
  ...{ name: '桌', summary: '', endpoint: 'getwxacode' as const, nameTemplate: '', printCm: 5 },
  fields: [{ key: 'r', label: '房号', example: '', parameter: 'r', required: true, counts: true }],
};
/** A service that nobody answers for. */
const NOWHERE = 'http://127.0.0.1:9';
const vouched = { issuer: NOWHERE, subject: 'one', name: '外部名', email: null, groups: null };
const view = { name: '本月', query: 'q=1', shared: false };
const live = { mode: 'LIVE', name: '新店', appId: 'wx00000000000000aa', tokenMode: 'external' } as const;
const until = '2999-01-01T00:00:00.000Z';

const newKey = { name: '收银', permissions: ['codes.read' as const], appIds: null, addresses: [], days: 30 };

const member = async () => (await insertUser()).id;
const design = (actor: UserActor, name: string) =>
  createDesign(actor, { from: 'blank', name, locale: 'zh-CN' });
const tag = (actor: UserActor, name: string) => createTag(actor, { name, color: 'red' });
const draftOf = (actor: UserActor, miniProgramId: string) =>
  createDraft(actor, { miniProgramId, source: { kind: 'paste', text: 's=1' } });
const text = createTranslator({ locale: 'en', messages: loadMessages('en') });

let secret = '';
let recoveryCodes: string[] = [];
const proof = (code: string) => ({ currentPassword: PASSWORD, code });
/** What an authenticator app shows, some steps from now: each code is taken once. */
const shownCode = (steps: number) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });

const SITE = { rpId: 'codes.suncode.test', origin: 'https://codes.suncode.test' };
let authenticator = new Authenticator(SITE);
async function addTestPasskey(actor: UserActor): Promise<string> {
  const known = (await listPasskeys(actor)).length > 0;
  const passkey = known && authenticator.sign(await askForOwnPasskey(actor, SITE));
  const options = await startPasskey(actor, passkey ? { passkey } : proof(''), SITE);
  authenticator = new Authenticator(SITE);
  const answer = authenticator.make(options);
  await addPasskey(actor, { name: '手机', answer }, { site: SITE, keptSessionId: 'none' });
  return (await db().passkey.findUniqueOrThrow({ where: { credentialId: authenticator.id } })).id;
}

/** What fence-writes.ts does not try, and what it tries in a way that is refused. */
const CHANGES: Record<string, UseCase> = {
  connectApp: (actor) => connectApp(actor, { ...live, tokenUrl: 'https://token.invalid/x', untested: true }),
  createApp: (actor) => createApp(actor, { mode: 'SANDBOX', name: '新店' }),
  deleteApp: async (actor) =>
    deleteApp(actor, (await db().miniProgram.findFirstOrThrow({ where: { name: '旧店' } })).id),
  makeExample: (actor) => makeExample(actor, '示例'),
  startBulk: (actor, { codeId }) => startBulk(actor, { kind: 'archive', scope: { codeIds: [codeId] } }),
  undoEdit: async (actor, { spareDraftId: batchId }) => {
    const edits = [{ kind: 'put' as const, top: 0, left: 0, cells: [['改']] }];
    const { version } = await editDraft(actor, { batchId, version: '0', edits });
    await undoEdit(actor, { batchId, version, way: 'undo' });
  },
  rereadDraft: async (actor, { appId }) => rereadDraft(actor, await draftOf(actor, appId), { options: {} }),
  rereadDraftWhere: async (actor, { appId }) => {
    const batchId = await draftOf(actor, appId);
    await rereadDraftWhere(actor, { batchId, options: {} }, () => true);
  },
  stopBulk: async (actor, { appId, bulkId }) => {
    await db().bulk.update({ where: { id: bulkId }, data: { state: 'RUNNING', appIds: [appId] } });
    await stopBulk(actor, bulkId);
  },
  saveStock: (actor) => saveStock(actor, { ...USUAL_OWN, name: '新' }),
  renameStock: async (actor) =>
    renameStock(actor, await saveStock(actor, { ...USUAL_OWN, name: '旧' }), '改'),
  deleteStock: async (actor) => deleteStock(actor, (await db().printStock.findFirstOrThrow()).id),
  createDesign: (actor) => design(actor, '新'),
  addPicture: async (actor) => addPicture(actor, { designId: await design(actor, '图'), file: onePixel() }),
  saveDesign: async (actor) => {
    const { key: _key, ...drawn } = { ...blankDesign(), ground: '#102030' };
    return saveDesign(actor, await design(actor, '画'), { revision: 1, stock: 'a4', design: drawn });
  },
  renameDesign: async (actor) => renameDesign(actor, await design(actor, '旧'), '改'),
  deleteDesign: async (actor) => deleteDesign(actor, (await db().printDesign.findFirstOrThrow()).id),
  createTag: (actor) => tag(actor, '新'),
  updateTag: async (actor) => updateTag(actor, await tag(actor, '旧'), { name: '改', color: 'blue' }),
  deleteTag: async (actor) => deleteTag(actor, (await db().tag.findFirstOrThrow()).id),
  createFolder: (actor) => createFolder(actor, { name: '新' }),
  renameFolder: async (actor) =>
    renameFolder(actor, await createFolder(actor, { name: '旧' }), { name: '改' }),
  deleteFolder: async (actor) => deleteFolder(actor, (await db().folder.findFirstOrThrow()).id),
  createView: (actor) => createView(actor, view),
  updateView: async (actor) => {
    await updateView(actor, await createView(actor, { ...view, name: '旧' }), { ...view, name: '改' });
  },
  deleteView: async (actor) => {
    await deleteView(actor, (await db().savedView.findFirstOrThrow({ where: { shared: true } })).id);
  },
  savePurpose: (actor) => savePurpose(actor, null, { definition: purpose, pages: {} }),
  setPurposeHidden: (actor) => setPurposeHidden(actor, 'product', true),
  removePurpose: (actor) => removePurpose(actor, 'employee'),
  orderPurposes: (actor) => orderPurposes(actor, ['product', 'table']),
  rotateKey: async (actor) => rotateKey(actor, (await createKey(actor, newKey)).id, 24),
  revokeKey: async (actor) => revokeKey(actor, (await createKey(actor, newKey)).id),
  ...WEBHOOK_CHANGES,
  changeRole: async (actor) => changeRole(actor, { id: await member(), role: 'VIEWER' }),
  deactivateMember: async (actor) => deactivateMember(actor, await member(), null),
  reactivateMember: async (actor) => {
    const id = await member();
    await db().user.update({ where: { id }, data: { deactivatedAt: new Date() } });
    await reactivateMember(actor, id);
  },
  createResetLink: async (actor) => createResetLink(actor, await member()),
  revokeInvitation: async (actor) => {
    await revokeInvitation(actor, (await db().invitation.findFirstOrThrow()).id);
  },
  startSecondStep: async (actor) => void ({ secret } = await startSecondStep(actor)),
  confirmSecondStep: (actor) => confirmSecondStep(actor, proof(shownCode(0)), 'none'),
  renewRecoveryCodes: async (actor) => {
    ({ recoveryCodes } = await renewRecoveryCodes(actor, proof(shownCode(1)), null));
  },
  setSecondStepRequired: (actor) => setSecondStepRequired(actor, true),
  turnOffSecondStep: (actor) => turnOffSecondStep(actor, proof(recoveryCodes[0] ?? ''), null),
  addPasskey: (actor) => addTestPasskey(actor),
  renamePasskey: async (actor) => renamePasskey(actor, { id: await addTestPasskey(actor), name: '改' }),
  removePasskey: async (actor) => {
    const id = await addTestPasskey(actor);
    const passkey = authenticator.sign(await askForOwnPasskey(actor, SITE));
    await removePasskey(actor, { id, proof: { passkey } }, { site: SITE, keptSessionId: 'none' });
  },
  resetSecondStep: async (actor) => {
    const { id } = await insertUser();
    await db().user.update({ where: { id }, data: { totpSince: new Date() } });
    await resetSecondStep(actor, id);
  },
  connectService: (actor) => connectService(actor, vouched, '总部账号'),
  disconnectService: (actor) => disconnectService(actor, 'oidc'),
  answerJoinRequest: async (actor) => {
    const { id } = await db().joinRequest.findFirstOrThrow();
    await answerJoinRequest(actor, { id, isLetIn: false });
  },
  keepPreferences: (actor) => keepPreferences(actor, { locale: 'en' }),
  readNotices: async (actor) => {
    const told = { event: 'quota.threshold', eventId: 'quota', data: {}, at: new Date(until) };
    const data = { userId: actor.id, ...told, inBell: true };
    await readNotices(actor, { upTo: (await db().notice.create({ data })).id });
  },
  chooseNotices: (actor) => chooseNotices(actor, { kind: 'batch.finished', way: 'mail', isOn: true }),
  updateProfile: (actor) => updateProfile(actor, { ...actor, name: '新名', currentPassword: '' }),
  endSessions: (actor) =>
    endSessions(actor, { except: 'none' }, { proof: { currentPassword: PASSWORD, code: '' }, site: null }),
  changePassword: (actor) => {
    const newPassword = 'rainy nights in the hills';
    return changePassword(actor, { currentPassword: PASSWORD, newPassword, repeatPassword: newPassword });
  },
  setAuditKeep: (actor) => setAuditKeep(actor, { days: 90 }),
  setScanKeep: SCAN_KEEP.setScanKeep,
  startBackup: (actor) => startBackup(actor),
};

/** What must be so before one of fence-writes.ts does something. */
const BEFORE: Record<string, (own: Ids) => Promise<unknown>> = {
  deleteApp: () => createApp(actor, { mode: 'SANDBOX', name: '旧店' }),
  removePurpose: () => setPurposeHidden(actor, 'employee', true),
  answerJoinRequest: () =>
    db().joinRequest.create({ data: { issuer: NOWHERE, subject: 'two', name: '新人', service: '总部账号' } }),
  revokeInvitation: () => inviteMembers(actor, { emails: 'gone@suncode.test', role: 'VIEWER' }),
  endSessions: () => {
    const session = { expiresAt: new Date(until), address: '', userAgent: '' };
    return db().session.create({ data: { userId: actor.id, ...session } });
  },
  updateSandbox: ({ appId: id }) =>
    db().miniProgram.update({ where: { id }, data: { sandboxPlay: { latencyMs: 7 } } }),
  replacePreset: ({ presetId: id }) => db().batchPreset.update({ where: { id }, data: { plan: {} } }),
  updateApp: ({ appId: id }) => db().miniProgram.update({ where: { id }, data: { disabledAt: null } }),
  pauseBatch: ({ batchId: id }) => db().batch.update({ where: { id }, data: { state: 'RUNNING' } }),
  deleteDraft: ({ draftId: id }) => db().batch.update({ where: { id }, data: { state: 'DRAFT' } }),
  adoptWeChatCount: ({ appId: id }) =>
    db().miniProgram.update({ where: { id }, data: { numUsed: 9, countAtNumUsed: 1 } }),
  promoteCode: ({ codeId: id }) => db().code.update({ where: { id }, data: { envVersion: 'trial' } }),
  regenerateCode: ({ codeId: id }) => db().code.update({ where: { id }, data: { status: 'FAILED' } }),
  retryExport: ({ exportId: id }) => db().export.update({ where: { id }, data: { state: 'FAILED' } }),
  retryRow: ({ batchId, codeId: id }) =>
    db().code.update({ where: { id }, data: { status: 'FAILED', batchId, deletedAt: null } }),
  retryFailed: ({ appId: miniProgramId, batchId }) =>
    insertCode({ miniProgramId, batchId, status: 'FAILED', failureKey: 'quota' }),
};

/** Changes that are no record's business, and why. */
const UNRECORDED: Record<string, string> = {
  savePlan: 'a form that saves itself would fill the log, and the start says what was started',
  adoptPlan: 'as savePlan',
  editDraft: 'as savePlan: typing into a table that nobody has started',
  undoEdit: 'as editDraft',
  adoptPreset: 'as savePlan',
  dryRun: 'looks, and keeps what it found for the next look',
  startSecondStep: 'a secret that counts for nothing before it is confirmed',
  keepPreferences: 'how pages look to oneself',
  readNotices: 'what somebody has seen',
  keepSelection: 'ticks that last a week, so that an address is short',
};

/** What they change stands in no table, or in one of `MEMORY`. */
const ELSEWHERE = ['testConnection', 'endSandboxTokens', 'dryRun'];

const MORE_READS: Record<string, UseCase> = {
  listSessions: (actor) => listSessions(actor, 'zh-CN'),
  getSecondStep: (actor) => getSecondStep(actor),
  listPasskeys: (actor) => listPasskeys(actor),
  askForOwnPasskey: (actor) => askForOwnPasskey(actor, SITE),
  startPasskey: (actor) => startPasskey(actor, proof(''), SITE),
  listOwnWaysIn: (actor) => listOwnWaysIn(actor),
  beginConnecting: (actor) => beginConnecting(actor, 'oidc', PASSWORD),
  listServices: async (actor) => listServices(actor),
  checkService: (actor) => checkService(actor, 'oidc'),
  listJoinRequests: (actor) => listJoinRequests(actor),
  getNewcomerRules: (actor) => getNewcomerRules(actor),
  listStocks: (actor) => listStocks(actor),
  listDesigns: (actor) => listDesigns(actor),
  getPrintPicture: async (actor) => getPrintPicture(actor, (await db().printPicture.findFirstOrThrow()).id),
  listTags: (actor) => listTags(actor),
  listFolders: (actor) => listFolders(actor),
  listViews: (actor) => listViews(actor),
  listKeys: (actor) => listKeys(actor),
  listNoticeChoices: (actor) => listNoticeChoices(actor),
  ...WEBHOOK_READS,
  listMembers: (actor) => listMembers(actor),
  listInvitations: (actor) => listInvitations(actor),
  listAudit: (actor) => listAudit(actor, readAuditFilters({})),
  listAuditPeople: (actor) => listAuditPeople(actor),
  getAuditKeep: (actor) => getAuditKeep(actor),
  ...SCAN_KEEP_READ,
  getBackups: (actor) => getBackups(actor),
  getSystem: (actor) => getSystem(actor),
};

/** Reading what leaves the house. */
const RECORDED_READS: Record<string, UseCase> = {
  auditCsv: (actor) => auditCsv(actor, readAuditFilters({}), text),
  fetchExport: async (actor) => {
    const made = { state: 'FINISHED', removedAt: null } as const;
    await fetchExport(actor, (await db().export.findFirstOrThrow({ where: made })).id);
  },
};

/** What the product remembers by itself: tokens, attempts, the pace of calls, what somebody used last. */
const MEMORY = ['AccessToken', 'Attempt', 'CallBudget', 'TokenEvent', 'RecentCode'];

let actor: UserActor;
let own: Ids;
let tables: string[];

async function changedBy(work: () => Promise<unknown>): Promise<{ changed: string[]; events: number }> {
  const [before, known] = [await sumsOf(tables), await db().auditEvent.count()];
  await work();
  const after = await sumsOf(tables);
  const changed = tables.filter((name) => before.get(name) !== after.get(name));
  return { changed, events: (await db().auditEvent.count()) - known };
}

beforeAll(async () => {
  Object.assign(env(), { OIDC_ISSUER: NOWHERE, APP_URL: 'http://suncode.test' });
  own = await openBrand('甲牌');
  await db().installation.upsert({ where: { id: 1 }, create: { id: 1 }, update: {} });
  actor = memberActor(await insertUser({ role: 'ADMIN', password: PASSWORD }));
  const rows = await db().$queryRaw<{ name: string }[]>`
    SELECT table_name::text AS "name" FROM information_schema.tables
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`;
  tables = rows.map(({ name }) => name).filter((name) => ![...MEMORY, 'AuditEvent'].includes(name));
  expect(tables).toEqual(expect.arrayContaining(['Code', 'Batch', 'User', 'Installation']));
});

const writes = (ids: Ids) => writesBeside(ids);
const WRITERS = [...new Set([...Object.keys(writesBeside(idsOfNone())), ...Object.keys(CHANGES)])];

function idsOfNone(): Ids {
  return {
    ...{ draftId: '', spareDraftId: '', batchId: '', presetId: '', bulkId: '', selectionId: '', printId: '' },
    ...{ appId: '', codeId: '', liveCodeId: '', replacedId: '' },
    ...{ exportId: '', removedExportId: '', memberId: '' },
  };
}

test('each use case is one that changes something, or one that reads', () => {
  const known = new Set([
    ...[...WRITERS, ...Object.keys(READS), ...Object.keys(MORE_READS), ...Object.keys(RECORDED_READS)],
    ...STEPS,
  ]);
  expect(takersOfActors().filter((name) => !known.has(name))).toEqual([]);
});

describe('what changes something says so', () => {
  test.each(WRITERS)('%s', async (name) => {
    await BEFORE[name]?.(own);
    const [first] = Object.values(writes(own)[name] ?? {});
    const useCase = CHANGES[name] ?? first;
    if (!useCase) throw new Error('a use case is gone');
    const { changed, events } = await changedBy(() => useCase(actor, own));
    if (!ELSEWHERE.includes(name)) expect(changed).not.toEqual([]);
    if (name in UNRECORDED) expect(events).toBe(0);
    else expect(events).toBeGreaterThan(0);
  });
});

describe('what reads changes nothing', () => {
  const reads = Object.entries({ ...READS, ...MORE_READS }).filter(([name]) => !(name in RECORDED_READS));
  test.each(reads)('%s', async (_name, asked) => {
    for (const read of typeof asked === 'function' ? [asked] : Object.values(asked)) {
      const quiet = () => read(actor, own).catch(() => undefined);
      expect(await changedBy(quiet)).toEqual({ changed: [], events: 0 });
    }
  });

  test.each(Object.entries(RECORDED_READS))('%s, which is recorded', async (_name, read) => {
    expect(await changedBy(() => read(actor, own))).toEqual({ changed: [], events: 1 });
  });
});
