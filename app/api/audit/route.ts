import { readAuditFilters } from '@/lib/audit/filters';
import { listAudit } from '@/lib/audit/queries';
import { json, route } from '@/lib/http/route';

/** A page of the record: `?who=`, `?area=`, `?from=`, `?to=` and `?q=` narrow it, `?cursor=` is of the page before. */
export const GET = route(async ({ request, actor }) => {
  const { cursor, ...said } = Object.fromEntries(new URL(request.url).searchParams);
  return json(await listAudit(actor, { ...readAuditFilters(said), cursor }));
});
