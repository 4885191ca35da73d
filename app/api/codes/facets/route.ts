import { countFacet } from '@/lib/codes/find/facets';
import { readFilterParams } from '@/lib/codes/find/filters';
import { json, route } from '@/lib/http/route';

export const GET = route(async ({ request, actor }) => {
  const { searchParams } = new URL(request.url);
  return json(await countFacet(actor, searchParams.get('facet'), readFilterParams(searchParams)));
});
