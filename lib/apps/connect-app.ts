import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { parseInput } from '@/lib/validation';
import { tryCredential, type ConnectableApp } from './connection';
import { connectAppSchema, type ConnectAppInput, type ParsedConnectApp } from './schema';
import { sealHeader, sealSecret } from './secrets';
import { createApp, requireFreeAppId } from './service';
import { connectionFailure, type ConnectionFailure } from './test-connection';
import { keepToken } from './token/access-token';
import { noteNoToken } from './token/token-failures';

/** `refused`: nothing was stored. `works` is false of one that was stored all the same. */
export type ConnectResult =
  | { outcome: 'connected'; id: string; works: boolean }
  | { outcome: 'refused'; failure: ConnectionFailure };

/** The Mini Program as its row would be, to be tried before there is one. */
function unsaved(input: ParsedConnectApp): ConnectableApp {
  const { appId, appSecret, tokenMode, tokenUrl, tokenHeaderName, tokenHeaderValue, pathMaxBytes } = input;
  return {
    ...{ id: '', appId, mode: 'LIVE', tokenMode, pathMaxBytes, sandboxPlay: null },
    tokenUrl: tokenUrl || null,
    tokenHeaderName: tokenHeaderName || null,
    tokenHeaderCiphertext: tokenHeaderValue === '' ? null : sealHeader(appId, tokenHeaderValue),
    secretCiphertext: appSecret === '' ? null : sealSecret(appId, appSecret),
    ciphertext: null,
    expiresAt: null,
  };
}

/**
 * Asks WeChat, or the team's token server, for a token and stores the Mini Program only when one came, so that what is
 * connected works.
 * @param input.untested stores it whatever came: for who has to wait for somebody else's entry in the whitelist
 * @throws AppError FORBIDDEN, INVALID_INPUT, APP_ID_TAKEN
 */
export async function connectApp(actor: Actor, input: ConnectAppInput): Promise<ConnectResult> {
  requirePermission(actor, 'apps.manage');
  const { untested, ...app } = parseInput(connectAppSchema, input);
  await requireFreeAppId(db(), app.appId);
  const askedAt = clock.now();
  const { outcome, fromTokenServer } = await tryCredential(unsaved(app));
  if (outcome.kind === 'token') {
    const id = await createApp(actor, app);
    await keepToken(id, outcome, askedAt);
    return { outcome: 'connected', id, works: true };
  }
  if (!untested) return { outcome: 'refused', failure: connectionFailure(outcome, fromTokenServer) };
  const id = await createApp(actor, app);
  await noteNoToken(id, outcome, fromTokenServer);
  return { outcome: 'connected', id, works: false };
}
