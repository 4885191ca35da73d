import { json, route } from '@/lib/http/route';
import { listViews } from '@/lib/views/queries';

export const GET = route(async ({ actor }) => json(await listViews(actor)));
