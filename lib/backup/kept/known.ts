import 'server-only';
import type { Tx } from '@/lib/db/client';
import { env } from '@/lib/env';
import type { Known } from './turns';

/** The rule, and what became of the last backups. */
export async function readKnown(tx: Tx): Promise<Known> {
  const newest = (state: 'FINISHED' | 'FAILED') =>
    tx.backup.findFirst({ where: { state }, orderBy: { startedAt: 'desc' }, select: { startedAt: true } });
  const [good, failed] = [await newest('FINISHED'), await newest('FAILED')];
  return {
    everyDays: env().BACKUP_EVERY_DAYS,
    lastGoodAt: good?.startedAt ?? null,
    lastFailedAt: failed?.startedAt ?? null,
  };
}
