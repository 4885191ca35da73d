import 'server-only';
import { recordAudit } from '@/lib/audit/service';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import type { ErrorExplanation } from '@/lib/wechat/errors';
import { keepToken } from './access-token';
import { tryCredential } from './connection';
import { explainNoToken } from './token-fetch';

/** `failed` carries what came instead of a token, as the key of a text (`wechat.errors.<key>`) and in its own words. */
export type ConnectionVerdict =
  | { verdict: 'works' | 'serverWorks' }
  | {
      verdict: 'failed';
      fromTokenServer: boolean;
      explanation: ErrorExplanation;
      errcode: number | null;
      errmsg: string;
      rid: string | null;
    };

/**
 * Asks WeChat, or the token server, for a token with what is stored. The token is kept: in mode `token` it has just
 * ended the one that was in use.
 */
export async function testConnection(actor: Actor, miniProgramId: string): Promise<ConnectionVerdict> {
  requirePermission(actor, 'apps.manage');
  const askedAt = clock.now();
  const { outcome, fromTokenServer } = await tryCredential(miniProgramId);
  const works = outcome.kind === 'token';
  await recordAudit(db(), actor, { action: 'app.test', targetId: miniProgramId, details: { works } });
  if (outcome.kind === 'token') {
    await keepToken(miniProgramId, outcome, askedAt);
    return { verdict: fromTokenServer ? 'serverWorks' : 'works' };
  }
  const explanation = explainNoToken(outcome, fromTokenServer);
  const failed = { verdict: 'failed' as const, fromTokenServer, explanation };
  if (outcome.kind === 'uncertain') return { ...failed, errcode: null, errmsg: outcome.detail, rid: null };
  const { errcode, errmsg, rid } = outcome;
  return { ...failed, errcode, errmsg, rid };
}
