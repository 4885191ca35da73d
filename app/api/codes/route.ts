import { readFilterParams } from '@/lib/codes/find/filters';
import { listCodes } from '@/lib/codes/find/queries';
import { json, route } from '@/lib/http/route';

export const GET = route(async ({ request, actor }) => {
  const { searchParams } = new URL(request.url);
  return json(
    await listCodes(actor, readFilterParams(searchParams), searchParams.get('cursor') ?? undefined),
  );
});
