import { PERMISSIONS, type Permission } from '@/lib/auth/permissions';

/** What somebody gets for a Mini Program that they may not see: the answer that there is none, the rest without it, or the same as
 * everybody, where nothing is of a Mini Program. */
export type Unseen = 'not found' | 'left out' | 'same';

/** What a door asks for, written down a second time on purpose: whoever takes a question away says here that it was meant. */
export type Line = {
  asks: Permission | 'everybody' | 'member';
  unseen: Unseen;
  /** A page that is not there for a role, where others say that the role does not allow it. */
  hides?: true;
  /** See `access` in scripts/access-matrix.ts. */
  note?:
    | 'own exports'
    | 'shared views'
    | 'link'
    | 'address'
    | 'challenge'
    | 'next-auth'
    | 'sandbox'
    | 'metrics'
    | 'live'
    | 'key';
};

type Table = Record<string, Line>;

const isPermission = (name: string): name is Permission => name in PERMISSIONS;

/** @param asked `codes.write, not found` */
function lines(asked: string, doors: readonly string[], more: Omit<Line, 'asks' | 'unseen'> = {}): Table {
  const [asks = '', unseen] = asked.split(', ');
  if (asks !== 'everybody' && asks !== 'member' && !isPermission(asks))
    throw new Error(`no permission ${asks}`);
  if (unseen !== 'not found' && unseen !== 'left out' && unseen !== 'same')
    throw new Error(`not said: ${asked}`);
  return Object.fromEntries(doors.map((door) => [door, { asks, unseen, ...more }]));
}

const under = (file: string, names: string) => names.split(' ').map((name) => `${file}#${name}Action`);

export const PAGE_LINES: Table = {
  ...lines('codes.read, left out', ['(console)/(overview)', '(console)/codes/(gallery)', '(console)/scans']),
  ...lines('codes.read, same', ['(console)/settings/purposes/(list)']),
  ...lines('codes.read, not found', ['(console)/codes/[codeId]']),
  ...lines('codes.write, not found', ['(console)/codes/new']),
  ...lines('batches.read, left out', ['(console)/batches/(list)', '(console)/tasks']),
  ...lines('batches.read, not found', ['(console)/batches/[batchId]']),
  ...lines('batches.write, not found', ['(console)/batches/new']),
  ...lines('codes.export, left out', [
    '(console)/exports/(list)',
    '(console)/print/(list)',
    '(console)/print/designs/(list)',
  ]),
  ...lines('codes.export, not found', [
    '(console)/exports/new',
    '(console)/print/new',
    '(console)/print/[printId]',
    '(console)/print/designs/[designId]',
  ]),
  ...lines('quota.read, left out', ['(console)/quota']),
  ...lines('apps.read, left out', ['(console)/settings/apps/(list)']),
  ...lines('apps.read, not found', ['(console)/settings/apps/[appId]/pages']),
  ...lines('apps.manage, same', ['(console)/settings/apps/connect'], { hides: true }),
  ...lines('apps.manage, not found', ['(console)/settings/apps/[appId]/sandbox'], { hides: true }),
  ...lines('purposes.manage, same', ['(console)/settings/purposes/[purposeKey]'], { hides: true }),
  ...lines('members.manage, same', ['(console)/settings/members', '(console)/settings/sign-in']),
  ...lines('keys.manage, same', ['(console)/settings/keys']),
  ...lines('webhooks.manage, same', ['(console)/settings/webhooks/(list)']),
  ...lines('webhooks.manage, same', ['(console)/settings/webhooks/[webhookId]'], { hides: true }),
  ...lines('audit.read, same', ['(console)/settings/audit']),
  ...lines('system.manage, same', ['(console)/settings/system']),
  ...lines('account.manage, same', ['(console)/settings/account', '(console)/settings/notices']),
  ...lines('member, same', ['(console)/settings', '(public)/second-step']),
  ...lines('everybody, same', ['(public)/sign-in', '(public)/forgot', 'dev/ui']),
  ...lines('everybody, same', ['(public)/join', '(public)/reset', '(public)/setup'], { note: 'link' }),
};

export const ROUTE_LINES: Table = {
  ...lines('codes.read, left out', [
    'api/codes',
    'api/codes/count',
    'api/codes/facets',
    'api/bulks',
    'api/tags',
    'api/folders',
    'api/views',
  ]),
  ...lines('codes.read, not found', ['api/codes/[codeId]/history']),
  ...lines('apps.manage, not found', ['api/apps/[appId]/history']),
  ...lines('apps.read, not found', ['api/apps/[appId]/pages', 'api/apps/[appId]/parameters']),
  ...lines('audit.read, same', ['api/audit', 'api/audit/csv']),
  ...lines('codes.read, not found', [
    'api/codes/[codeId]/image',
    'api/codes/[codeId]/vector',
    'api/bulks/[bulkId]',
  ]),
  ...lines('batches.read, left out', ['api/batches', 'api/running']),
  ...lines('account.manage, left out', ['api/notices', 'api/notices/unread']),
  ...lines(
    'batches.read, not found',
    ['', '/check', '/rows', '/errors', '/grid', '/grid/find', '/history'].map(
      (part) => `api/batches/[batchId]${part}`,
    ),
  ),
  ...lines('codes.export, left out', ['api/exports', 'api/prints', 'api/scans/csv']),
  ...lines('codes.export, not found', [
    'api/exports/[exportId]',
    'api/exports/[exportId]/file',
    'api/print/check',
    'api/print/pictures',
  ]),
  ...lines('everybody, same', ['api/health', 'api/ready']),
  ...lines('everybody, same', ['api/auth/[...nextauth]'], { note: 'next-auth' }),
  ...lines('everybody, same', ['sandbox/wechat/[...path]'], { note: 'sandbox' }),
  ...lines('everybody, same', ['metrics'], { note: 'metrics' }),
};

export const FRONT_LINES: Table = {
  ...lines('everybody, same', ['r', 'r/[key]', 'r/scans'], { note: 'live' }),
  ...lines('everybody, same', ['api/v1/[...path]', 'gateway/[...path]', 'mcp'], { note: 'key' }),
};

export const ACTION_LINES: Table = {
  ...lines(
    'account.manage, same',
    under(
      'users/second-step/actions',
      'startSecondStep confirmSecondStep renewRecoveryCodes turnOffSecondStep',
    ),
  ),
  ...lines(
    'account.manage, same',
    under('users/passkeys/actions', 'askForOwnPasskey startPasskey addPasskey renamePasskey removePasskey'),
  ),
  ...lines('everybody, same', under('users/passkeys/actions', 'askForPasskey'), { note: 'challenge' }),
  ...lines(
    'members.manage, same',
    under('users/second-step/actions', 'resetSecondStep setSecondStepRequired'),
  ),
  ...lines(
    'account.manage, same',
    under('users/actions', 'changePassword updateProfile keepPreferences endSession endOtherSessions'),
  ),
  ...lines(
    'members.manage, same',
    under('users/sign-in-services/actions', 'checkService setNewcomerRules answerJoinRequest'),
  ),
  ...lines('account.manage, same', under('notices/actions', 'readNotices chooseNotices')),
  ...lines(
    'account.manage, same',
    under('users/sign-in-services/actions', 'beginConnecting disconnectService'),
  ),
  ...lines('apps.manage, same', under('apps/actions', 'createApp connectApp')),
  ...lines('apps.manage, not found', [
    ...under('apps/actions', 'setAppDisabled updateApp deleteApp testConnection'),
    ...under('apps/sandbox/actions', 'updateSandbox resetSandbox endSandboxTokens'),
    ...under('quota/actions', 'adoptWeChatCount'),
  ]),
  ...lines('apps.read, not found', under('apps/actions', 'switchApp')),
  ...lines('batches.write, not found', [
    ...under(
      'batches/actions',
      'createDraft rereadDraft savePlan adoptPlan adoptPreset renameBatch deleteDraft',
    ),
    ...under('batches/actions', 'dryRun startBatch savePreset renamePreset replacePreset deletePreset'),
    ...under('batches/edit/edit-actions', 'editDraft undoEdit'),
    ...under('batches/run-actions', 'pauseBatch resumeBatch cancelBatch retryFailed mendFaulty retryRow'),
  ]),
  ...lines('batches.write, left out', under('batches/actions', 'deleteDrafts')),
  ...lines('codes.read, left out', under('bulk/actions', 'countMatching')),
  ...lines('codes.write, not found', [
    ...under('apps/pages/actions', 'giveAppJson askPagesNow'),
    ...under('apps/parameters/actions', 'declareParameters'),
    ...under('bulk/actions', 'sampleNames sampleTargets startBulk undoBulk stopBulk'),
    ...under('codes/actions', 'generateCode regenerateCode promoteCode updateCode'),
    ...under('live/actions', 'setLiveTarget dropLivePlan'),
    ...under('print/records/actions', 'setPrintState'),
    ...under('folders/actions', 'renameFolder deleteFolder'),
    ...under('tags/actions', 'updateTag deleteTag'),
    ...under('print/pictures/actions', 'addPicture'),
    ...under('print/designs/actions', 'saveDesign'),
  ]),
  ...lines('codes.export, not found', under('exports/actions', 'createExport retryExport')),
  ...lines('codes.export, left out', under('exports/actions', 'keepSelection')),
  ...lines('codes.export, left out', under('exports/actions', 'removeExports restoreExports'), {
    note: 'own exports',
  }),
  ...lines('codes.write, same', [
    ...under('folders/actions', 'createFolder'),
    ...under('tags/actions', 'createTag'),
    ...under('print/stocks/actions', 'saveStock renameStock deleteStock'),
    ...under('print/designs/actions', 'createDesign renameDesign deleteDesign'),
    ...under('overview/actions', 'makeExample'),
  ]),
  ...lines('codes.read, same', under('views/actions', 'createView updateView deleteView'), {
    note: 'shared views',
  }),
  ...lines(
    'purposes.manage, same',
    under('purposes/actions', 'savePurpose setPurposeHidden removePurpose orderPurposes'),
  ),
  ...lines('members.manage, same', [
    ...under(
      'users/member-actions',
      'inviteMembers revokeInvitation changeRole changeSight deactivateMember',
    ),
    ...under('users/member-actions', 'reactivateMember createResetLink'),
  ]),
  ...lines('keys.manage, not found', under('keys/actions', 'createKey changeKey')),
  ...lines('keys.manage, same', under('keys/actions', 'rotateKey revokeKey')),
  ...lines(
    'webhooks.manage, not found',
    under('webhooks/actions', 'createWebhook changeWebhook createRobot changeRobot'),
  ),
  ...lines(
    'webhooks.manage, same',
    under('webhooks/actions', 'rotateWebhook setWebhookOff deleteWebhook testWebhook resendDelivery'),
  ),
  ...lines('audit.read, same', under('audit/actions', 'setAuditKeep')),
  ...lines('system.manage, same', [
    ...under('backup/kept/actions', 'startBackup'),
    ...under('live/scans/actions', 'setScanKeep'),
  ]),
  ...lines('member, same', under('overview/actions', 'hideGuide')),
  ...lines(
    'everybody, same',
    [
      ...under('setup/actions', 'completeSetup'),
      ...under('users/member-actions', 'acceptInvitation resetPassword'),
    ],
    { note: 'link' },
  ),
  ...lines('everybody, same', under('users/member-actions', 'requestReset'), { note: 'address' }),
};
