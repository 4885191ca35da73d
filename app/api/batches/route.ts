import { ALL_APPS } from '@/lib/apps/all-apps';
import { listBatches } from '@/lib/batches/report/queries';
import { json, route } from '@/lib/http/route';

/** A page of the list: `?app=` narrows it, `?cursor=` is of the page before. */
export const GET = route(async ({ request, actor }) => {
  const { searchParams } = new URL(request.url);
  const app = searchParams.get('app') ?? ALL_APPS;
  return json(await listBatches(actor, app, searchParams.get('cursor') || undefined));
});
