import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { countCodes } from '@/lib/codes/find/count';
import { listCodes, type CodeListItem } from '@/lib/codes/find/queries';
import { NO_FILTERS } from '@/lib/codes/find/filters';

const SHOWN = 6;

export type Overview = {
  recent: CodeListItem[];
  failed: CodeListItem[];
  total: number;
  totalCapped: boolean;
  failedTotal: number;
};

/** The newest codes and the newest failures of one Mini Program, or of ALL_APPS. */
export async function getOverview(actor: Actor, app: string): Promise<Overview> {
  const filters = { ...NO_FILTERS, app };
  const failedOnly = { ...filters, status: ['FAILED'] };
  const [recent, failed, total, failedTotal] = await Promise.all([
    listCodes(actor, filters),
    listCodes(actor, failedOnly),
    countCodes(actor, filters),
    countCodes(actor, failedOnly),
  ]);
  return {
    recent: recent.items.slice(0, SHOWN),
    failed: failed.items.slice(0, SHOWN),
    total: total.count,
    totalCapped: total.capped,
    failedTotal: failedTotal.count,
  };
}
