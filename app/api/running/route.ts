import { json, route } from '@/lib/http/route';
import { listRunning } from '@/lib/overview/running';

/** What is under way, for the overview. */
export const GET = route(async ({ actor }) => json(await listRunning(actor)));
