import { listBatches } from '@/lib/batches/report/queries';
import { json, route } from '@/lib/http/route';

/** A page of the list: `?cursor=` of the page before. */
export const GET = route(async ({ request, actor }) => {
  const cursor = new URL(request.url).searchParams.get('cursor');
  return json(await listBatches(actor, cursor || undefined));
});
