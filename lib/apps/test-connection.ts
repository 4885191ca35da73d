import 'server-only';
import { recordAudit } from '@/lib/audit/service';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { db } from '@/lib/db/client';
import { explainOutcome, type ErrorExplanation } from '@/lib/wechat/errors';
import { tryCredential } from './connection';

/** `failed` carries what WeChat said, as the key of a text (`wechat.errors.<key>`) and in its own words. */
export type ConnectionVerdict =
  | { verdict: 'works' }
  | {
      verdict: 'failed';
      explanation: ErrorExplanation;
      errcode: number | null;
      errmsg: string;
      rid: string | null;
    };

/** Asks WeChat for a token with the stored AppID and AppSecret. The token itself is thrown away. */
export async function testConnection(actor: Actor, miniProgramId: string): Promise<ConnectionVerdict> {
  requirePermission(actor, 'apps.manage');
  const outcome = await tryCredential(miniProgramId);
  const works = outcome.kind === 'token';
  await recordAudit(db(), actor, { action: 'app.test', targetId: miniProgramId, details: { works } });
  if (outcome.kind === 'token') return { verdict: 'works' };
  const explanation = explainOutcome(outcome);
  if (outcome.kind === 'uncertain')
    return { verdict: 'failed', explanation, errcode: null, errmsg: outcome.detail, rid: null };
  return {
    verdict: 'failed',
    explanation,
    errcode: outcome.errcode,
    errmsg: outcome.errmsg,
    rid: outcome.rid,
  };
}
