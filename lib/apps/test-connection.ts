import 'server-only';
import { recordAudit } from '@/lib/audit/service';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import type { ErrorExplanation } from '@/lib/wechat/errors';
import type { ErrorKey } from '@/lib/wechat/errcodes';
import { refusedAddress } from '@/lib/wechat/token/refused-address';
import { readApp, tryCredential } from './connection';
import { requireSeen } from './sight';
import { keepToken } from './token/access-token';
import { noteNoToken } from './token/token-failures';
import { explainNoToken, type NoToken } from './token/token-fetch';

/** What came instead of a token, as the key of a text (`wechat.errors.<key>`) and in its own words. */
export type ConnectionFailure = {
  verdict: 'failed';
  fromTokenServer: boolean;
  explanation: ErrorExplanation;
  /** The field of the form that is wrong; null when none is. */
  field: 'appId' | 'appSecret' | 'tokenUrl' | null;
  /** The server's own address, when WeChat named it as one that is not on the whitelist. */
  address: string | null;
  errcode: number | null;
  errmsg: string;
  rid: string | null;
};

export type ConnectionVerdict = { verdict: 'works' | 'serverWorks' } | ConnectionFailure;

const FIELDS: Partial<Record<ErrorKey, NonNullable<ConnectionFailure['field']>>> = {
  tokenServerPrivate: 'tokenUrl',
  appIdInvalid: 'appId',
  appIdMissing: 'appId',
  secretInvalid: 'appSecret',
  secretMissing: 'appSecret',
  secretFrozen: 'appSecret',
};

/** What it says of a Mini Program that no token came for it. */
export function connectionFailure(outcome: NoToken, fromTokenServer: boolean): ConnectionFailure {
  const explanation = explainNoToken(outcome, fromTokenServer);
  const wrong = FIELDS[explanation.key] ?? null;
  // What WeChat has against an AppID is the token server's business.
  const field = fromTokenServer === (wrong === 'tokenUrl') ? wrong : null;
  const failed = { verdict: 'failed' as const, fromTokenServer, explanation, field };
  if (outcome.kind === 'uncertain')
    return { ...failed, address: null, errcode: null, errmsg: outcome.detail, rid: null };
  const { errcode, errmsg, rid } = outcome;
  const address = explanation.key === 'ipNotAllowed' ? refusedAddress(errmsg) : null;
  return { ...failed, address, errcode, errmsg, rid };
}

/**
 * Asks WeChat, or the token server, for a token with what is stored. The token is kept: in mode `token` it has just
 * ended the one that was in use.
 */
export async function testConnection(actor: Actor, miniProgramId: string): Promise<ConnectionVerdict> {
  requirePermission(actor, 'apps.manage');
  requireSeen(actor, miniProgramId);
  const askedAt = clock.now();
  const { outcome, fromTokenServer } = await tryCredential(await readApp(miniProgramId));
  const works = outcome.kind === 'token';
  await recordAudit(db(), actor, { action: 'app.test', targetId: miniProgramId, details: { works } });
  if (outcome.kind === 'token') {
    await keepToken(miniProgramId, outcome, askedAt);
    return { verdict: fromTokenServer ? 'serverWorks' : 'works' };
  }
  await noteNoToken(miniProgramId, outcome, fromTokenServer);
  return connectionFailure(outcome, fromTokenServer);
}
