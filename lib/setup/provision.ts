import 'server-only';
import { systemActor } from '@/lib/auth/actor';
import { createApp, ensureCredential } from '@/lib/apps/service';
import { db } from '@/lib/db/client';
import { EnvError, type Env } from '@/lib/env';
import { isAppError } from '@/lib/errors';
import english from '@/lib/i18n/messages/en/errors.json';
import { issueSetupToken, provisionAdministrator } from './service';

const SANDBOX_NAME = '练习小程序 Sandbox';

async function provisionSandbox(): Promise<void> {
  if ((await db().miniProgram.count({ where: { mode: 'SANDBOX' } })) > 0) return;
  await createApp(systemActor('provision'), { mode: 'SANDBOX', name: SANDBOX_NAME });
}

/** The start ends with a sentence, in the words of the form. Only a first start gets here: there is no user yet. */
function explainPassword(error: unknown): never {
  const key =
    isAppError(error) &&
    error.issues
      .find(({ field }) => field === 'password')
      ?.key.split('.')
      .at(-1);
  const text = Object.entries(english.issues).find(([name]) => name === key)?.[1];
  throw text === undefined ? error : new EnvError(`ADMIN_PASSWORD cannot be used. ${text}`);
}

/**
 * What a start finds missing: a sandbox Mini Program, the Mini Program and the first administrator that the environment
 * names. Running it again changes nothing.
 * @returns the one-time set-up token while there is no user
 */
export async function provision(env: Env): Promise<string | null> {
  if (env.SANDBOX === 'on') await provisionSandbox();
  const { WECHAT_APP_ID: appId, WECHAT_APP_SECRET: appSecret, WECHAT_APP_NAME: name = '小程序' } = env;
  if (appId && appSecret) await ensureCredential(systemActor('provision'), { appId, appSecret, name });
  if (env.ADMIN_EMAIL && env.ADMIN_PASSWORD)
    await provisionAdministrator(env.ADMIN_EMAIL, env.ADMIN_PASSWORD).catch(explainPassword);
  return issueSetupToken();
}
