import { json, route } from '@/lib/http/route';
import { countUnread } from '@/lib/notices/queries';

/** What the bell is asked for while it is closed. */
export const GET = route(async ({ actor }) => json({ unread: await countUnread(actor) }));
