'use client';

import { useQuery } from '@tanstack/react-query';
import type { TagItem } from '@/lib/tags/queries';
import { tagListOptions } from '@/lib/tags/query-options';

const NONE: TagItem[] = [];

/** Every tag of the team; none until they are known. */
export function useTags(): TagItem[] {
  return useQuery(tagListOptions()).data ?? NONE;
}
