import 'server-only';
import type { QueryClient } from '@tanstack/react-query';
import type { UserActor } from '@/lib/auth/actor';
import { listFolders } from '@/lib/folders/queries';
import { folderListOptions } from '@/lib/folders/query-options';
import { listTags } from '@/lib/tags/queries';
import { tagListOptions } from '@/lib/tags/query-options';

/** The team's tags and folders, which the rows of codes name by their ids. */
export async function prefetchOrder(client: QueryClient, actor: UserActor): Promise<void> {
  client.setQueryData(tagListOptions().queryKey, await listTags(actor));
  client.setQueryData(folderListOptions().queryKey, await listFolders(actor));
}
