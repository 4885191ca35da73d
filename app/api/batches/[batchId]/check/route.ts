import { getDryRunRows } from '@/lib/batches/check/dry-run';
import { readCheckParams } from '@/lib/batches/draft/draft-query-options';
import { json, route } from '@/lib/http/route';

type Params = { batchId: string };

/** A page of the last dry run: `?verdict=invalid&verdict=duplicate&after=50`. */
export const GET = route<Params>(async ({ request, params, actor }) => {
  const { searchParams } = new URL(request.url);
  return json(await getDryRunRows(actor, params.batchId, readCheckParams(searchParams)));
});
