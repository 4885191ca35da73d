import { json, route } from '@/lib/http/route';
import { listTags } from '@/lib/tags/queries';

export const GET = route(async ({ actor }) => json(await listTags(actor)));
