import 'server-only';
import { UNRELEASED, type UnreleasedVersion } from '@/lib/codes/released';
import { db } from '@/lib/db/client';

/** `count`: codes that only testers can open; `version`: the one that the whole batch opens, if it is one of those. */
export type Unreleased = { count: number; version: UnreleasedVersion | null };

/** Of the codes of a batch that the gallery shows: what is in the archive or in the trash goes to nobody. */
export async function countUnreleased(batchId: string): Promise<Unreleased> {
  const groups = await db().code.groupBy({
    by: ['envVersion', 'status'],
    where: { batchRows: { some: { batchId } }, deletedAt: null, archivedAt: null },
    _count: { _all: true },
  });
  const testing = groups.filter(({ envVersion }) => UNRELEASED.some((version) => version === envVersion));
  const ready = testing.filter(({ status }) => status === 'READY');
  const only = new Set(groups.map(({ envVersion }) => envVersion));
  return {
    count: ready.reduce((sum, { _count }) => sum + _count._all, 0),
    version: only.size === 1 ? (UNRELEASED.find((version) => only.has(version)) ?? null) : null,
  };
}
