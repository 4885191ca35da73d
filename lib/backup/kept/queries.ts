import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import type { BackupState } from '@/lib/db/generated/enums';
import { env } from '@/lib/env';
import { asBackupFailure, type BackupFailure } from './failures';
import { readKnown } from './known';
import { backupPlace } from './place';
import { nextTurn, problemOf, type BackupProblem } from './turns';

const SHOWN = 50;

export type BackupItem = {
  id: string;
  state: BackupState;
  at: Date;
  fileName: string | null;
  sizeBytes: number | null;
  missingCount: number;
  failure: BackupFailure | null;
};

export type Backups = {
  /** Of the environment of this process; 0 days: none are made by themselves. */
  rule: { everyDays: number; keep: number };
  /** Null without a rule, and while one is under way. */
  nextAt: Date | null;
  isUnderWay: boolean;
  lastGoodAt: Date | null;
  problem: BackupProblem | null;
  /** The folder, or the address of the bucket. */
  place: string;
  /** Whether the next one will have the keys in it. */
  sealsKeys: boolean;
  items: BackupItem[];
};

async function listItems(): Promise<BackupItem[]> {
  const rows = await db().backup.findMany({ orderBy: { id: 'desc' }, take: SHOWN });
  return rows.map(({ startedAt, sizeBytes, missingCount, failure, ...row }) => ({
    ...{ id: row.id, state: row.state },
    ...{ fileName: row.state === 'FINISHED' ? row.fileName : null },
    at: startedAt ?? row.createdAt,
    sizeBytes: sizeBytes === null ? null : Number(sizeBytes),
    missingCount: missingCount ?? 0,
    failure: row.state === 'FAILED' ? asBackupFailure(failure) : null,
  }));
}

/** The rule, the backups that are kept, and whether something is wrong with them. @throws AppError FORBIDDEN */
export async function getBackups(actor: Actor): Promise<Backups> {
  requirePermission(actor, 'system.manage');
  const [known, items] = [await readKnown(db()), await listItems()];
  const { everyDays, lastGoodAt } = known;
  const isUnderWay = items.some(({ state }) => state === 'WAITING' || state === 'RUNNING');
  return {
    rule: { everyDays, keep: env().BACKUP_KEEP },
    nextAt: isUnderWay ? null : nextTurn(known),
    ...{ isUnderWay, lastGoodAt, items },
    problem: problemOf(known, clock.now()),
    place: (await backupPlace()).name,
    sealsKeys: env().BACKUP_PASSPHRASE !== undefined,
  };
}
