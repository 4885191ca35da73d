import 'server-only';
import { resealApp } from '@/lib/apps/secrets';
import { resealToken } from '@/lib/apps/token/access-token';
import { recordAudit } from '@/lib/audit/service';
import { systemActor } from '@/lib/auth/actor';
import type { Database, Tx } from '@/lib/db/client';
import { dropOlderFileKeys, isKeyGiven, renewFileKey } from '@/lib/secrets';
import { resealTotpSecret } from '@/lib/users/second-step/one-time-codes';
import { resealSecret } from '@/lib/webhooks/signature';
import { checkInstallation } from './identity';

const actor = systemActor('npm run admin');

async function resealApps(tx: Tx): Promise<number> {
  const apps = await tx.miniProgram.findMany({
    where: { OR: [{ secretCiphertext: { not: null } }, { tokenHeaderCiphertext: { not: null } }] },
    select: { id: true, appId: true, secretCiphertext: true, tokenHeaderCiphertext: true },
  });
  for (const app of apps) await tx.miniProgram.update({ where: { id: app.id }, data: resealApp(app) });
  return apps.length;
}

async function resealTokens(tx: Tx): Promise<number> {
  const tokens = await tx.accessToken.findMany({
    where: { ciphertext: { not: null } },
    select: { miniProgramId: true, ciphertext: true },
  });
  for (const { miniProgramId, ciphertext } of tokens)
    if (ciphertext !== null)
      await tx.accessToken.update({
        where: { miniProgramId },
        data: { ciphertext: resealToken(miniProgramId, ciphertext) },
      });
  return tokens.length;
}

async function resealSecondSteps(tx: Tx): Promise<number> {
  const users = await tx.user.findMany({
    where: { totpSecret: { not: null } },
    select: { id: true, totpSecret: true },
  });
  for (const { id, totpSecret } of users)
    if (totpSecret !== null)
      await tx.user.update({ where: { id }, data: { totpSecret: resealTotpSecret(id, totpSecret) } });
  return users.length;
}

async function resealWebhooks(tx: Tx): Promise<number> {
  const webhooks = await tx.webhook.findMany({
    select: { id: true, secretCiphertext: true, previousCiphertext: true },
  });
  for (const { id, secretCiphertext, previousCiphertext } of webhooks) {
    const previous = previousCiphertext === null ? null : resealSecret(id, previousCiphertext);
    const data = { secretCiphertext: resealSecret(id, secretCiphertext), previousCiphertext: previous };
    await tx.webhook.update({ where: { id }, data });
  }
  return webhooks.length;
}

/**
 * Encrypts everything that is kept secret under a new key: that of the environment, else one that is made here and takes
 * the old one's place in DATA_DIR/secrets.json. All or nothing; until it is done the old key stays readable. No process
 * of this installation may run meanwhile.
 * @returns how many secrets there were, and whether the environment still names keys that nothing needs any more
 * @throws InstallationMismatchError, and Error when something was encrypted by a key that is not known here
 */
export async function rotateKeys(
  database: Pick<Database, 'db' | 'kind'>,
): Promise<{ secrets: number; isGiven: boolean }> {
  const isGiven = isKeyGiven();
  if (!isGiven) renewFileKey();
  await checkInstallation(database);
  const secrets = await database.db.$transaction(async (tx) => {
    let count = (await resealApps(tx)) + (await resealTokens(tx));
    count += (await resealSecondSteps(tx)) + (await resealWebhooks(tx));
    await recordAudit(tx, actor, { action: 'setup.rotateKeys', details: { secrets: count } });
    return count;
  });
  if (!isGiven) dropOlderFileKeys();
  return { secrets, isGiven };
}
