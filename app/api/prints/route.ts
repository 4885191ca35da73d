import { json, route } from '@/lib/http/route';
import { readListParams } from '@/lib/lists/list-params';
import { listPrints } from '@/lib/print/records/queries';
import { PRINT_TABS } from '@/lib/print/records/record-types';

/** A page of the list: `?app=`, `?tab=` and `?q=` narrow it, `?cursor=` is of the page before. */
export const GET = route(async ({ request, actor }) => {
  const { cursor, ...params } = Object.fromEntries(new URL(request.url).searchParams);
  return json(await listPrints(actor, { ...readListParams(params, PRINT_TABS), cursor }));
});
