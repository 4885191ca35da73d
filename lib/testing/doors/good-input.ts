import { randomUUID } from 'node:crypto';
import { GOOD_DAY } from '@/lib/apps/sandbox/schema';
import type { World } from '@/lib/testing/world';
import type { Given } from './given';
import { batchInputs } from './good-batch-input';
import { codeInputs } from './good-code-input';
import { exportInputs } from './good-export-input';
import { peopleInputs } from './good-people-input';
import { programInputs } from './good-program-input';

/** What the actions for Mini Programs take, and those that set something for the installation. */
function appInputs({ appId, name, nobody }: Given): Record<string, unknown[]> {
  const app = { name, tokenMode: 'external', tokenUrl: 'https://token.invalid/x', tokenHeaderName: 'x-key' };
  const settings = { ...app, tokenHeaderValue: 'k', pathMaxBytes: 128, quotaFloor: 1, ratePerMinute: 60 };
  const live = { mode: 'LIVE', appId: 'wx0123456789abcdef', appSecret: 's', ...settings };
  return {
    'apps/actions#createAppAction': [live, { ...live, mode: 'SANDBOX' }],
    'apps/actions#updateAppAction': [{ id: appId, values: { appSecret: 's', ...settings } }],
    // At a token server that nobody has: nothing outside is asked.
    'apps/actions#connectAppAction': [{ ...live, untested: false }],
    'apps/actions#setAppDisabledAction': [{ id: appId, isDisabled: false }],
    'apps/actions#deleteAppAction': [{ id: nobody }],
    'apps/actions#testConnectionAction': [{ id: nobody }],
    'apps/actions#switchAppAction': [{ id: appId }, { id: null }],
    'apps/pages/actions#giveAppJsonAction': [
      { id: appId, values: { text: '{"pages":["pages/a"]}', version: '1.0' } },
    ],
    'apps/pages/actions#askPagesNowAction': [{ id: appId }],
    'apps/parameters/actions#declareParametersAction': [
      { id: appId, values: { page: 'pages/a', parameters: [{ name: 'table', short: 't', type: 'number' }] } },
    ],
    'apps/sandbox/actions#updateSandboxAction': [{ id: appId, values: GOOD_DAY }],
    'apps/sandbox/actions#resetSandboxAction': [{ id: appId }],
    'apps/sandbox/actions#endSandboxTokensAction': [{ id: appId, how: 'expire' }],
    'audit/actions#setAuditKeepAction': [{ days: 365 }],
    'backup/kept/actions#startBackupAction': [{}],
    'live/scans/actions#setScanKeepAction': [{ hours: 90, days: 366 }],
    'overview/actions#makeExampleAction': [{}],
    'overview/actions#hideGuideAction': [{ isHidden: true }],
    'quota/actions#adoptWeChatCountAction': [{ id: appId }],
  };
}

/** What each server action takes; some of each that lead into the database. */
export function goodInputs(world: World): Record<string, unknown[]> {
  const given = { ...world, name: '新名称', nobody: randomUUID() };
  return {
    ...appInputs(given),
    ...batchInputs(given),
    ...codeInputs(given),
    ...exportInputs(given),
    ...peopleInputs(given),
    ...programInputs(given),
  };
}
