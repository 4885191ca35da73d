'use client';

import { useQuery } from '@tanstack/react-query';
import type { FolderItem } from '@/lib/folders/queries';
import { folderListOptions } from '@/lib/folders/query-options';

const NONE: FolderItem[] = [];

/** Every folder of the team; none until they are known. */
export function useFolders(): FolderItem[] {
  return useQuery(folderListOptions()).data ?? NONE;
}
