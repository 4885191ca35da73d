import { listBatches } from '@/lib/batches/report/queries';
import { BATCH_TABS } from '@/lib/batches/report/run-types';
import { json, route } from '@/lib/http/route';
import { readListParams } from '@/lib/lists/list-params';

/** A page of the list: `?app=`, `?tab=` and `?q=` narrow it, `?cursor=` is of the page before. */
export const GET = route(async ({ request, actor }) => {
  const { cursor, ...params } = Object.fromEntries(new URL(request.url).searchParams);
  return json(await listBatches(actor, { ...readListParams(params, BATCH_TABS), cursor }));
});
