import { EXPORT_TABS } from '@/lib/exports/export-types';
import { listExports } from '@/lib/exports/queries';
import { json, route } from '@/lib/http/route';
import { readListParams } from '@/lib/lists/list-params';

/** A page of the list: `?app=`, `?tab=` and `?q=` narrow it, `?cursor=` is of the page before. */
export const GET = route(async ({ request, actor }) => {
  const { cursor, ...params } = Object.fromEntries(new URL(request.url).searchParams);
  return json(await listExports(actor, { ...readListParams(params, EXPORT_TABS), cursor }));
});
