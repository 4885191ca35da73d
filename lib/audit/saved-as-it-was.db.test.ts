import { beforeAll, describe, expect, test } from 'vitest';
import { setAppDisabled } from '@/lib/apps/disable';
import { GOOD_DAY } from '@/lib/apps/sandbox/schema';
import { updateSandbox } from '@/lib/apps/sandbox/service';
import { updateApp } from '@/lib/apps/service';
import { memberActor, type UserActor } from '@/lib/auth/actor';
import { renameBatch } from '@/lib/batches/draft/drafts';
import { renamePreset, replacePreset } from '@/lib/batches/plan/presets';
import type { BulkAction } from '@/lib/bulk/kinds';
import { startBulk } from '@/lib/bulk/start';
import { updateCode } from '@/lib/codes/generate/service';
import { db } from '@/lib/db/client';
import { createFolder, renameFolder } from '@/lib/folders/service';
import { changeKey, createKey } from '@/lib/keys/service';
import { chooseNotices } from '@/lib/notices/service';
import { openBrand, type Ids } from '@/lib/testing/doors/fence-world';
import { changeWebhook, createWebhook } from '@/lib/webhooks/service';
import { newWebhook } from '@/lib/webhooks/webhook.fixture';
import { blankDesign } from '@/lib/print/design-pieces';
import { createDesign, renameDesign, saveDesign } from '@/lib/print/designs/service';
import { USUAL_OWN } from '@/lib/print/own-stock';
import { renameStock, saveStock } from '@/lib/print/stocks/service';
import { orderPurposes, savePurpose, setPurposeHidden } from '@/lib/purposes/service';
import { createTag, updateTag } from '@/lib/tags/service';
import { useDatabase } from '@/lib/testing/database';
import { insertCode, insertUser } from '@/lib/testing/factories';
import { changeRole, deactivateMember } from '@/lib/users/members';
import { renamePasskey } from '@/lib/users/passkeys/service';
import { setSecondStepRequired } from '@/lib/users/second-step/members';
import { updateProfile } from '@/lib/users/service';
import { changeSight } from '@/lib/users/sight';
import { setNewcomerRules } from '@/lib/users/sign-in-services/newcomers';
import { createView, updateView } from '@/lib/views/service';
import { AUDIT_ACTIONS } from './catalogue';
import { setScanKeep } from '@/lib/live/scans/keep';
import { setAuditKeep } from './keep';

useDatabase();

let actor: UserActor;
let own: Ids;

beforeAll(async () => {
  own = await openBrand('甲牌');
  const { id } = await insertUser({ role: 'ADMIN' });
  const data = { totpSince: new Date() };
  actor = memberActor(await db().user.update({ where: { id }, data }));
  await db().installation.upsert({ where: { id: 1 }, create: { id: 1 }, update: {} });
});

const purpose = {
  ...{ name: '桌', summary: '', endpoint: 'getwxacode' as const, nameTemplate: '', printCm: 5 },
  fields: [{ key: 'r', label: '房号', example: '', parameter: 'r', required: true, counts: true }],
};
const view = { name: '本月', query: 'q=1', shared: false };

/** Saves what is there already. Each first brings the thing into that state, and returns what saves it once more. */
const SAME: Record<string, (actor: UserActor, own: Ids) => Promise<() => Promise<unknown>>> = {
  'app.update': async (actor, { appId }) => twice(() => updateApp(actor, appId, { name: '同名' })),
  'app.disable': async (actor, { appId }) => twice(() => setAppDisabled(actor, appId, true)),
  'app.enable': async (actor, { appId }) => twice(() => setAppDisabled(actor, appId, false)),
  'audit.keep': async (actor) => twice(() => setAuditKeep(actor, { days: 180 })),
  'batch.update': async (actor, { batchId }) => twice(() => renameBatch(actor, batchId, '同名')),
  'code.update': async (actor, { appId: miniProgramId }) => {
    const { id } = await insertCode({ miniProgramId });
    return twice(() => updateCode(actor, id, { name: '同名', note: '同' }));
  },
  'scan.keep': async (actor) => twice(() => setScanKeep(actor, { hours: 180, days: 366 })),
  ...onOneCode(),
  'design.update': async (actor) => {
    const id = await createDesign(actor, { from: 'blank', name: '同', locale: 'zh-CN' });
    const { key: _key, ...design } = { ...blankDesign(), ground: '#102030' };
    const revision = await saveDesign(actor, id, { revision: 1, stock: 'a4', design });
    await renameDesign(actor, id, '同名');
    return async () => {
      await renameDesign(actor, id, '同名');
      await saveDesign(actor, id, { revision, stock: 'a4', design });
    };
  },
  'folder.update': async (actor) => {
    const id = await createFolder(actor, { name: '同' });
    return twice(() => renameFolder(actor, id, { name: '同名' }));
  },
  'webhook.update': async (actor) => {
    const { id } = await createWebhook(actor, newWebhook);
    return twice(() => changeWebhook(actor, id, { ...newWebhook, name: '同名' }));
  },
  'key.update': async (actor) => {
    const key = { name: '同', permissions: ['codes.read' as const], appIds: null, addresses: [] };
    const { id } = await createKey(actor, { ...key, days: null });
    return twice(() => changeKey(actor, id, { ...key, name: '同名' }));
  },
  'preset.update': async (actor, { presetId, spareDraftId }) => {
    await renamePreset(actor, presetId, '同名');
    return twice(async () => {
      await renamePreset(actor, presetId, '同名');
      await replacePreset(actor, presetId, spareDraftId).catch(() => undefined);
    });
  },
  'purpose.hide': async (actor) => twice(() => setPurposeHidden(actor, 'table', true)),
  'purpose.show': async (actor) => twice(() => setPurposeHidden(actor, 'table', false)),
  'purpose.order': async (actor) => twice(() => orderPurposes(actor, ['table', 'product'])),
  'purpose.update': async (actor) => {
    const key = await savePurpose(actor, null, { definition: { ...purpose, name: '同' }, pages: {} });
    return twice(() => savePurpose(actor, key, { definition: { ...purpose, name: '同名' }, pages: {} }));
  },
  'sandbox.update': async (actor, { appId }) => {
    return twice(() => updateSandbox(actor, appId, { ...GOOD_DAY, latencyMs: 5 }));
  },
  'stock.update': async (actor) => {
    const id = await saveStock(actor, { ...USUAL_OWN, name: '同' });
    return twice(() => renameStock(actor, id, '同名'));
  },
  'tag.update': async (actor) => {
    const id = await createTag(actor, { name: '同', color: 'red' });
    return twice(() => updateTag(actor, id, { name: '同名', color: 'blue' }));
  },
  'user.changeRole': async (actor) => {
    const id = (await insertUser()).id;
    return twice(() => changeRole(actor, { id, role: 'VIEWER' }));
  },
  'user.changeSight': async (actor, { appId }) => {
    const id = (await insertUser()).id;
    return twice(() => changeSight(actor, { id, appIds: [appId] }));
  },
  'user.chooseNotices': async (actor) =>
    twice(() => chooseNotices(actor, { kind: 'batch.finished', way: 'mail', isOn: true })),
  'user.deactivate': async (actor) => {
    const id = (await insertUser()).id;
    return twice(() => deactivateMember(actor, id, null));
  },
  'user.renamePasskey': async (actor) => {
    const key = { credentialId: 'x', publicKey: 'x', isBackedUp: false };
    const { id } = await db().passkey.create({ data: { userId: actor.id, name: '旧', ...key } });
    return twice(() => renamePasskey(actor, { id, name: '同名' }));
  },
  'user.requireSecondStep': async (actor) => twice(() => setSecondStepRequired(actor, true)),
  'user.setNewcomers': async (actor, { appId }) => {
    const rules = { newcomers: 'approval', role: 'OPERATOR', appIds: [appId] } as const;
    return twice(() => setNewcomerRules(actor, { ...rules, appIds: [...rules.appIds] }));
  },
  'user.updateProfile': async (actor) => {
    const same = { name: '同名', email: actor.email, currentPassword: '' };
    await updateProfile(actor, same);
    return () => updateProfile({ ...actor, name: '同名' }, same);
  },
  'view.update': async (actor) => {
    const id = await createView(actor, { ...view, name: '同' });
    return twice(() => updateView(actor, id, { ...view, name: '同名' }));
  },
};

async function twice(save: () => Promise<unknown>) {
  await save();
  return save;
}

/** What one press does to one code: to one that is so already it does nothing. */
function onOneCode(): typeof SAME {
  const on =
    (actionOf: (tagIds: string[]) => BulkAction) =>
    async (actor: UserActor, { appId: miniProgramId }: Ids) => {
      const { id } = await insertCode({ miniProgramId });
      const tagId = await createTag(actor, { name: `同 ${id.slice(-6)}`, color: 'red' });
      return twice(() => startBulk(actor, { ...actionOf([tagId]), scope: { codeIds: [id] } }));
    };
  return {
    'code.addTags': on((tagIds) => ({ kind: 'addTags', values: { tagIds } })),
    'code.removeTags': on((tagIds) => ({ kind: 'removeTags', values: { tagIds } })),
    'code.archive': on(() => ({ kind: 'archive' })),
    'code.move': on(() => ({ kind: 'move', values: { folderId: null } })),
    'code.rename': on(() => ({ kind: 'rename', values: { pattern: '同名', start: 1 } })),
  };
}

/** Actions that save settings, or bring a thing into a state that it may be in already. */
const SAVES =
  /\.(?:update\w*|keep|order|hide|show|disable|enable|change(?:Role|Sight)|rename\w*|require\w+|setNewcomers|(?:add|remove)Tags|move|archive|deactivate)$/;
/** Each of these is an event of its own, however often it happens. */
const EACH_COUNTS = ['print.update'];

describe('what is saved as it was says nothing', () => {
  test.each(AUDIT_ACTIONS.filter((action) => SAVES.test(action) && !EACH_COUNTS.includes(action)))(
    '%s',
    async (action) => {
      const again = await SAME[action]?.(actor, own);
      if (!again) throw new Error('nobody has tried that');
      const known = await db().auditEvent.count();
      await again();
      expect(await db().auditEvent.count()).toBe(known);
    },
  );
});
