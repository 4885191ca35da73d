import 'server-only';
import { loadScope } from '@/lib/apps/scope';
import type { UserActor } from '@/lib/auth/actor';
import { findBatchName } from '@/lib/batches/batch-name';
import { listFolders } from '@/lib/folders/queries';
import { listNeverScanned } from '@/lib/live/scans/never-scanned';
import { readScanFilters } from '@/lib/live/scans/scan-filters';
import { getScanRankings } from '@/lib/live/scans/scan-rankings';
import { getScanReport } from '@/lib/live/scans/scan-report';
import { listTags } from '@/lib/tags/queries';

const named = ({ id, name }: { id: string; name: string }) => ({ id, name });

/** Everything that the page shows; the slow lists are promises, so that the chart does not wait for them. */
export async function loadScans(actor: UserActor, address: Record<string, unknown>) {
  const scope = await loadScope(actor);
  const filters = readScanFilters(address, scope.app?.id ?? null);
  const lists = Promise.all([getScanRankings(actor, filters), listNeverScanned(actor, filters)]);
  // Whoever waits for it shows what went wrong; until then nobody does.
  lists.catch(() => undefined);
  const [report, folders, tags, batchName] = await Promise.all([
    getScanReport(actor, filters),
    listFolders(actor),
    listTags(actor),
    filters.batch ? findBatchName(actor, filters.batch) : null,
  ]);
  return {
    ...{ filters, report, lists, apps: scope.apps.map(named), folders: folders.map(named) },
    ...{ tags: tags.map(named), batchName: filters.batch ? (batchName ?? '—') : null },
  };
}
