import { json, route } from '@/lib/http/route';
import { listFolders } from '@/lib/folders/queries';

export const GET = route(async ({ actor }) => json(await listFolders(actor)));
