import { countCodes } from '@/lib/codes/find/count';
import { readFilterParams } from '@/lib/codes/find/filters';
import { json, route } from '@/lib/http/route';

export const GET = route(async ({ request, actor }) => {
  const { searchParams } = new URL(request.url);
  const exact = searchParams.get('exact') === '1';
  return json(await countCodes(actor, readFilterParams(searchParams), { exact }));
});
