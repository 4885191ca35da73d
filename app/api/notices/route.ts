import { getLocale } from 'next-intl/server';
import { json, route } from '@/lib/http/route';
import { listNotices } from '@/lib/notices/queries';

/** What the bell shows. */
export const GET = route(async ({ actor }) => json(await listNotices(actor, await getLocale())));
