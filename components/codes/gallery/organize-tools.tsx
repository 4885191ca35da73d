'use client';

import { ViewsButton } from '@/components/codes/views/views-button';
import { filterParams } from '@/lib/codes/find/filters';
import type { FilterProps } from '@/components/codes/gallery/filters/use-filters';
import { OrganizeButton } from './organize-button';

/** Saved views, and the way to the team's tags and folders. */
export function OrganizeTools({ params, options }: FilterProps) {
  const { viewer, canWrite } = options;
  return (
    <div className="flex shrink-0 gap-2">
      {canWrite && <OrganizeButton />}
      <ViewsButton query={filterParams(params.filters).toString()} viewer={viewer} canShare={canWrite} />
    </div>
  );
}
