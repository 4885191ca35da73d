import { listRunningBulks } from '@/lib/bulk/queries';
import { json, route } from '@/lib/http/route';

export const GET = route(async ({ actor }) => json(await listRunningBulks(actor)));
