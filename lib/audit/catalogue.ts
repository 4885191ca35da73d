/** Everything that is recorded, by what it is about. Each has its words under `audit.actions`. */
export const AUDIT_ACTIONS = [
  'access.refuse',
  'app.create',
  'app.update',
  'app.delete',
  'app.disable',
  'app.enable',
  'app.test',
  'audit.export',
  'audit.keep',
  'batch.delete',
  'batch.draft',
  'batch.expire',
  'batch.finish',
  'batch.reread',
  'batch.start',
  'batch.update',
  'batch.pause',
  'batch.stop',
  'batch.resume',
  'batch.cancel',
  'batch.retry',
  'bulk.stop',
  'bulk.undo',
  'code.addTags',
  'code.removeTags',
  'code.move',
  'code.rename',
  'code.archive',
  'code.unarchive',
  'code.delete',
  'code.restore',
  'code.retry',
  'code.purge',
  'code.create',
  'code.regenerate',
  'code.update',
  'design.addPicture',
  'design.create',
  'design.delete',
  'design.update',
  'export.create',
  'export.fetch',
  'export.remove',
  'export.restore',
  'export.retry',
  'folder.create',
  'folder.delete',
  'folder.update',
  'preset.create',
  'preset.delete',
  'preset.update',
  'print.update',
  'purpose.create',
  'purpose.delete',
  'purpose.hide',
  'purpose.order',
  'purpose.reset',
  'purpose.show',
  'purpose.update',
  'quota.adopt',
  'sandbox.endTokens',
  'sandbox.reset',
  'sandbox.update',
  'session.fail',
  'session.lock',
  'session.start',
  'session.end',
  'setup.complete',
  'setup.rotateKeys',
  'stock.create',
  'stock.delete',
  'stock.update',
  'tag.create',
  'tag.delete',
  'tag.update',
  'trash.expire',
  'user.addPasskey',
  'user.changePassword',
  'user.changeRole',
  'user.changeSight',
  'user.deactivate',
  'user.endSessions',
  'user.handOver',
  'user.invite',
  'user.join',
  'user.reactivate',
  'user.removePasskey',
  'user.renamePasskey',
  'user.renewRecoveryCodes',
  'user.requireSecondStep',
  'user.resetLink',
  'user.resetPassword',
  'user.revokeInvitation',
  'user.secondStepOff',
  'user.secondStepOn',
  'user.secondStepReset',
  'user.updateProfile',
  'user.useRecoveryCode',
  'view.create',
  'view.delete',
  'view.update',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** What the page filters by. */
export const AUDIT_AREAS = [
  'access',
  'codes',
  'batches',
  'exports',
  'apps',
  'people',
  'order',
  'settings',
] as const;
export type AuditArea = (typeof AUDIT_AREAS)[number];

export const TARGET_KINDS = [
  'app',
  'batch',
  'bulk',
  'code',
  'design',
  'export',
  'folder',
  'invitation',
  'preset',
  'purpose',
  'stock',
  'tag',
  'user',
  'view',
] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

type Subject = AuditAction extends `${infer Head}.${string}` ? Head : never;

const SUBJECTS: Record<Subject, { area: AuditArea; kind: TargetKind | null }> = {
  access: { area: 'access', kind: null },
  app: { area: 'apps', kind: 'app' },
  audit: { area: 'settings', kind: null },
  batch: { area: 'batches', kind: 'batch' },
  bulk: { area: 'codes', kind: 'bulk' },
  code: { area: 'codes', kind: 'code' },
  design: { area: 'exports', kind: 'design' },
  export: { area: 'exports', kind: 'export' },
  folder: { area: 'order', kind: 'folder' },
  preset: { area: 'batches', kind: 'preset' },
  print: { area: 'exports', kind: 'export' },
  purpose: { area: 'settings', kind: 'purpose' },
  quota: { area: 'apps', kind: 'app' },
  sandbox: { area: 'apps', kind: 'app' },
  session: { area: 'access', kind: 'user' },
  setup: { area: 'people', kind: 'user' },
  stock: { area: 'exports', kind: 'stock' },
  tag: { area: 'order', kind: 'tag' },
  trash: { area: 'codes', kind: null },
  user: { area: 'people', kind: 'user' },
  view: { area: 'order', kind: 'view' },
};

/** Where the subject is about something else. */
const AREAS: Partial<Record<AuditAction, AuditArea>> = { 'setup.rotateKeys': 'settings' };

const isSubject = (text: string): text is Subject => text in SUBJECTS;

/** @throws Error for an action of no subject, which the types rule out */
export function subjectOf(action: AuditAction): { area: AuditArea; kind: TargetKind | null } {
  const [head = ''] = action.split('.');
  if (!isSubject(head)) throw new Error(`${action} is about nothing`);
  const { area, kind } = SUBJECTS[head];
  return { area: AREAS[action] ?? area, kind };
}

export function isAuditAction(text: string): text is AuditAction {
  return AUDIT_ACTIONS.some((action) => action === text);
}
