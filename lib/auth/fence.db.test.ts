import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { isAppError } from '@/lib/errors';
import { useDatabase } from '@/lib/testing/database';
import { READS } from '@/lib/testing/doors/fence-reads';
import { openBrand, type Attack, type Ids } from '@/lib/testing/doors/fence-world';
import { writesBeside } from '@/lib/testing/doors/fence-writes';
import { STEPS, takersOfActors } from '@/lib/testing/doors/use-cases';
import { insertActor } from '@/lib/testing/factories';
import type { UserActor } from './actor';

// Two brands that must never see each other. What somebody sees who sees one of them does not change when the other one is
// there, whatever is asked with its ids; and nothing of the other one changes, whatever is tried with them: each answer is that
// for an id of nothing. An administrator tries it, who really sees everything: the fence must hold by itself.

// Errors of a file that cannot be read belong to what is tried with what is seen.
vi.mock('@/lib/log', () => ({
  log: () => ({ error: () => undefined, warn: () => undefined, info: () => undefined }),
}));

useDatabase();

/** They know no Mini Program, or make one: people, the own account, and what lib/apps/shared-things.db.test.ts tries. */
const OF_NO_APP: readonly string[] = [
  ...[
    'listSessions',
    'endSessions',
    'changePassword',
    'updateProfile',
    'keepPreferences',
    'chooseNotices',
    'listNoticeChoices',
    'readNotices',
    'connectApp',
    'createApp',
  ],
  ...['listTags', 'createTag', 'updateTag', 'deleteTag', 'listFolders', 'createFolder', 'renameFolder'],
  ...['deleteFolder', 'listViews', 'createView', 'updateView', 'deleteView', 'makeExample'],
  ...[
    'savePurpose',
    'setPurposeHidden',
    'orderPurposes',
    'removePurpose',
    'listMembers',
    'changeRole',
    'deactivateMember',
  ],
  ...['reactivateMember', 'listInvitations', 'revokeInvitation', 'createResetLink'],
  ...['getSecondStep', 'startSecondStep', 'confirmSecondStep', 'renewRecoveryCodes', 'turnOffSecondStep'],
  ...['resetSecondStep', 'setSecondStepRequired', 'listServices', 'checkService', 'getNewcomerRules'],
  ...['listOwnWaysIn', 'beginConnecting', 'connectService', 'disconnectService'],
  ...['listJoinRequests', 'answerJoinRequest'],
  ...['listPasskeys', 'startPasskey', 'askForOwnPasskey', 'addPasskey', 'renamePasskey', 'removePasskey'],
  // Of no Mini Program.
  ...['listStocks', 'saveStock', 'renameStock', 'deleteStock'],
  ...['addPicture', 'getPrintPicture'],
  ...['listDesigns', 'createDesign', 'saveDesign', 'renameDesign', 'deleteDesign'],
  ...['listKeys', 'rotateKey', 'revokeKey'],
  ...['listWebhooks', 'getWebhook', 'rotateWebhook', 'setWebhookOff'],
  ...['deleteWebhook', 'testWebhook', 'resendDelivery'],
  // For administrators, who see every Mini Program.
  ...['listAudit', 'listAuditPeople', 'auditCsv', 'getAuditKeep', 'setAuditKeep'],
  ...['getBackups', 'startBackup', 'getSystem', 'getScanKeep', 'setScanKeep'],
];

const MARK = '乙牌';
const HOUR_MS = 3_600_000;
const KEYS = [
  ...([
    'appId',
    'codeId',
    'liveCodeId',
    'replacedId',
    'draftId',
    'spareDraftId',
    'batchId',
    'presetId',
    'bulkId',
    'selectionId',
  ] as const),
  ...(['exportId', 'printId', 'removedExportId', 'memberId'] as const),
];

function idsOfNothing(): Ids {
  const id = randomUUID;
  const few = {
    printId: id(),
    appId: id(),
    codeId: id(),
    liveCodeId: id(),
    replacedId: id(),
    draftId: id(),
    spareDraftId: id(),
    batchId: id(),
    presetId: id(),
  };
  return { ...few, bulkId: id(), selectionId: id(), exportId: id(), removedExportId: id(), memberId: id() };
}

/** As text, whatever it is made of; the ids that were asked for are called by their names. */
function told(value: unknown, ids: Ids): string {
  const readable = (_key: string, part: unknown) =>
    part instanceof Map ? [...part] : part instanceof Uint8Array ? part.byteLength : part;
  const text = JSON.stringify(value, readable) ?? 'nothing';
  return KEYS.reduce((left, key) => left.replaceAll(ids[key], `<${key}>`), text);
}

async function answerTo(attack: Attack, ids: Ids): Promise<string> {
  try {
    return told(await attack(fenced, ids), ids);
  } catch (error) {
    if (isAppError(error)) return told({ code: error.code, values: error.values }, ids);
    throw error;
  }
}

/** Some answers tell the time: each is of the same moment, which comes after all that is made here. */
async function readAt(attack: Attack, ids: Ids): Promise<string> {
  const now = vi.spyOn(clock, 'now').mockReturnValue(readMoment);
  try {
    return await answerTo(attack, ids);
  } finally {
    now.mockRestore();
  }
}

type Case = [useCase: string, way: string, attack: Attack];

const flatten = (table: Record<string, Record<string, Attack>>): Case[] =>
  Object.entries(table).flatMap(([useCase, ways]) =>
    Object.entries(ways).map(([way, attack]): Case => [useCase, way, attack]),
  );

/** All that there is of a Mini Program, so that a change of any of it shows. */
async function stateOf({ appId, bulkId, selectionId, presetId, exportId, memberId }: Ids): Promise<string> {
  const where = { miniProgramId: appId };
  const state = await Promise.all([
    db().miniProgram.findMany({ where: { id: appId } }),
    db().accessToken.findMany({ where }),
    db().code.findMany({ where, orderBy: { id: 'asc' } }),
    db().liveTarget.findMany({ where: { live: { code: where } }, orderBy: { id: 'asc' } }),
    db().batch.findMany({ where, include: { rows: true }, orderBy: { id: 'asc' } }),
    db().batchPreset.findMany({ where: { OR: [{ id: presetId }, where] } }),
    db().quotaEntry.findMany({ where }),
    db().export.findMany({ where: { appIds: { has: appId } }, orderBy: { id: 'asc' } }),
    db().export.findMany({ where: { id: exportId } }),
    db().bulk.findMany({ where: { OR: [{ id: bulkId }, { undoOfId: bulkId }, { appIds: { has: appId } }] } }),
    db().codeSelection.findMany({ where: { id: selectionId } }),
    db().user.findMany({ where: { OR: [{ id: memberId }, { seenAppIds: { has: appId } }] } }),
    db().invitation.count(),
  ]);
  return JSON.stringify(state, (_key, part: unknown) => (typeof part === 'bigint' ? String(part) : part));
}

let fenced: UserActor;
let own: Ids & { maker: UserActor };
let other: Ids;
const nothing = idsOfNothing();
const readMoment = new Date(clock.now().getTime() + HOUR_MS);
const before = new Map<string, string>();
const nameOf = ([useCase, way]: Case) => `${useCase}: ${way}`;

beforeAll(async () => {
  own = await openBrand('甲牌');
  fenced = { ...(await insertActor('ADMIN')), sees: [own.appId] };
  for (const one of flatten(READS)) before.set(nameOf(one), await readAt(one[2], nothing));
  other = await openBrand(MARK);
  await leaveTraces();
});

/** What somebody did while they still saw it. */
async function leaveTraces(): Promise<void> {
  await db().recentCode.create({ data: { userId: fenced.id, codeId: other.codeId } });
  const exports = await db().export.findMany({ where: { appIds: { has: other.appId } } });
  for (const { id: _, scope, options, ...row } of exports) {
    const json = { scope: scope ?? {}, options: options ?? {} };
    await db().export.create({ data: { ...row, ...json, createdById: fenced.id, createdAt: clock.now() } });
  }
}

test('each use case is tried, or knows no Mini Program', () => {
  const tried = [...Object.keys(READS), ...Object.keys(writesBeside(nothing))];
  const known = new Set([...tried, ...OF_NO_APP, ...STEPS]);
  expect(takersOfActors().filter((name) => !known.has(name))).toEqual([]);
});

describe('read', () => {
  test.each(flatten(READS))('%s, %s: as if the other brand were not there', async (...one) => {
    const answer = await readAt(one[2], other);
    expect(answer).not.toContain(MARK);
    expect(answer).toBe(before.get(nameOf(one)));
  });
});

describe('written', () => {
  test.each(flatten(writesBeside(nothing)))('%s, %s: as to an id of nothing', async (useCase, way) => {
    const attack = writesBeside(own)[useCase]?.[way];
    if (!attack) throw new Error('a write is gone');
    const state = await stateOf(other);
    const expected = await answerTo(attack, nothing);
    expect(await answerTo(attack, other)).toBe(expected);
    expect(await stateOf(other)).toBe(state);
  });
});

/** Lists and counts, which say something whatever is asked; their teeth are that the own brand is in them. */
const ASKED_BY_ID = flatten(READS).filter(([, way]) =>
  ['id', 'codes', 'code', 'batch', 'export', 'selection'].includes(way),
);

describe('what is seen is there all the same', () => {
  test.each(ASKED_BY_ID)('%s, %s', async (...one) => {
    expect(await answerTo(one[2], own)).not.toBe(before.get(nameOf(one)));
  });

  test.each([
    'listApps',
    'listCodes',
    'listExports',
    'listBatches',
    'listRunning',
    'listToDos',
    'listPresets',
  ])('%s', (useCase) => {
    const way = Object.keys(READS[useCase] ?? {})[0] ?? '';
    expect(before.get(`${useCase}: ${way}`)).toContain('甲牌');
  });

  test.each(flatten(writesBeside(nothing)))('%s, %s is answered otherwise', async (useCase, way) => {
    const attack = writesBeside(own)[useCase]?.[way];
    if (!attack) throw new Error('a write is gone');
    expect(await answerTo(attack, own)).not.toBe(await answerTo(attack, nothing));
  });
});
