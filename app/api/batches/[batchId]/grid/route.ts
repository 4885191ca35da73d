import { getGridRows } from '@/lib/batches/edit/grid-rows';
import { json, route } from '@/lib/http/route';

/** A page of a draft's table: `?version=…&from=100`. */
export const GET = route<{ batchId: string }>(async ({ request, params, actor }) => {
  const { searchParams } = new URL(request.url);
  const asked = { version: searchParams.get('version') ?? '', from: Number(searchParams.get('from') ?? 0) };
  return json(await getGridRows(actor, params.batchId, asked));
});
