import { readFilterParams } from '@/lib/codes/filters';
import { listCodes } from '@/lib/codes/queries';
import { json, route } from '@/lib/http/route';

export const GET = route(async ({ request, actor }) => {
  const { searchParams } = new URL(request.url);
  return json(
    await listCodes(actor, readFilterParams(searchParams), searchParams.get('cursor') ?? undefined),
  );
});
