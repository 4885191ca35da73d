import { findInGrid } from '@/lib/batches/edit/grid-rows';
import { readFindParams } from '@/lib/batches/edit/grid-query-options';
import { json, route } from '@/lib/http/route';

/** The next cell that holds a text: `?version=…&text=A1&row=0&column=2`. */
export const GET = route<{ batchId: string }>(async ({ request, params, actor }) => {
  const { searchParams } = new URL(request.url);
  return json(await findInGrid(actor, params.batchId, readFindParams(searchParams)));
});
