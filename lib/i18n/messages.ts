import enAppPages from './messages/en/app-pages.json';
import enApps from './messages/en/apps.json';
import enAssistants from './messages/en/assistants.json';
import enAudit from './messages/en/audit.json';
import enAuth from './messages/en/auth.json';
import enBatchIssues from './messages/en/batch-issues.json';
import enBatches from './messages/en/batches.json';
import enBulk from './messages/en/bulk.json';
import enCodes from './messages/en/codes.json';
import enCommon from './messages/en/common.json';
import enDesigns from './messages/en/designs.json';
import enErrors from './messages/en/errors.json';
import enExports from './messages/en/exports.json';
import enLayout from './messages/en/layout.json';
import enLetters from './messages/en/letters.json';
import enApiKeys from './messages/en/api-keys.json';
import enApiReference from './messages/en/api-reference.json';
import enLive from './messages/en/live.json';
import enNotices from './messages/en/notices.json';
import enWebhooks from './messages/en/webhooks.json';
import enMembers from './messages/en/members.json';
import enOrganize from './messages/en/organize.json';
import enOverview from './messages/en/overview.json';
import enPrints from './messages/en/prints.json';
import enPurposes from './messages/en/purposes.json';
import enQuota from './messages/en/quota.json';
import enSandbox from './messages/en/sandbox.json';
import enScans from './messages/en/scans.json';
import enSecondStep from './messages/en/second-step.json';
import enSignIn from './messages/en/sign-in.json';
import enSystem from './messages/en/system.json';
import enWechat from './messages/en/wechat.json';
import zhAppPages from './messages/zh-CN/app-pages.json';
import zhApps from './messages/zh-CN/apps.json';
import zhAssistants from './messages/zh-CN/assistants.json';
import zhAudit from './messages/zh-CN/audit.json';
import zhAuth from './messages/zh-CN/auth.json';
import zhBatchIssues from './messages/zh-CN/batch-issues.json';
import zhBatches from './messages/zh-CN/batches.json';
import zhBulk from './messages/zh-CN/bulk.json';
import zhCodes from './messages/zh-CN/codes.json';
import zhCommon from './messages/zh-CN/common.json';
import zhDesigns from './messages/zh-CN/designs.json';
import zhErrors from './messages/zh-CN/errors.json';
import zhExports from './messages/zh-CN/exports.json';
import zhLayout from './messages/zh-CN/layout.json';
import zhLetters from './messages/zh-CN/letters.json';
import zhApiKeys from './messages/zh-CN/api-keys.json';
import zhApiReference from './messages/zh-CN/api-reference.json';
import zhLive from './messages/zh-CN/live.json';
import zhNotices from './messages/zh-CN/notices.json';
import zhWebhooks from './messages/zh-CN/webhooks.json';
import zhMembers from './messages/zh-CN/members.json';
import zhOrganize from './messages/zh-CN/organize.json';
import zhOverview from './messages/zh-CN/overview.json';
import zhPrints from './messages/zh-CN/prints.json';
import zhPurposes from './messages/zh-CN/purposes.json';
import zhQuota from './messages/zh-CN/quota.json';
import zhSandbox from './messages/zh-CN/sandbox.json';
import zhScans from './messages/zh-CN/scans.json';
import zhSecondStep from './messages/zh-CN/second-step.json';
import zhSignIn from './messages/zh-CN/sign-in.json';
import zhSystem from './messages/zh-CN/system.json';
import zhWechat from './messages/zh-CN/wechat.json';
import type { Locale } from './locale';

const chinese = {
  appPages: zhAppPages,
  apps: zhApps,
  assistants: zhAssistants,
  audit: zhAudit,
  auth: zhAuth,
  batchIssues: zhBatchIssues,
  batches: zhBatches,
  bulk: zhBulk,
  codes: zhCodes,
  common: zhCommon,
  designs: zhDesigns,
  errors: zhErrors,
  exports: zhExports,
  layout: zhLayout,
  letters: zhLetters,
  apiKeys: zhApiKeys,
  apiReference: zhApiReference,
  live: zhLive,
  notices: zhNotices,
  webhooks: zhWebhooks,
  members: zhMembers,
  organize: zhOrganize,
  overview: zhOverview,
  prints: zhPrints,
  purposes: zhPurposes,
  quota: zhQuota,
  sandbox: zhSandbox,
  scans: zhScans,
  secondStep: zhSecondStep,
  signIn: zhSignIn,
  system: zhSystem,
  wechat: zhWechat,
};

/** The Chinese catalogue is the model: a key that is missing in another language is a type error. */
export type Messages = typeof chinese;

const english: Messages = {
  appPages: enAppPages,
  apps: enApps,
  assistants: enAssistants,
  audit: enAudit,
  auth: enAuth,
  batchIssues: enBatchIssues,
  batches: enBatches,
  bulk: enBulk,
  codes: enCodes,
  common: enCommon,
  designs: enDesigns,
  errors: enErrors,
  exports: enExports,
  layout: enLayout,
  letters: enLetters,
  apiKeys: enApiKeys,
  apiReference: enApiReference,
  live: enLive,
  notices: enNotices,
  webhooks: enWebhooks,
  members: enMembers,
  organize: enOrganize,
  overview: enOverview,
  prints: enPrints,
  purposes: enPurposes,
  quota: enQuota,
  sandbox: enSandbox,
  scans: enScans,
  secondStep: enSecondStep,
  signIn: enSignIn,
  system: enSystem,
  wechat: enWechat,
};

export function loadMessages(locale: Locale): Messages {
  return locale === 'en' ? english : chinese;
}
