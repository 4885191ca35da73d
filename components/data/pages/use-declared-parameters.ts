'use client';

import { useQuery } from '@tanstack/react-query';
import { pageOfPath } from '@/lib/apps/pages/known-pages';
import { askedOf, type DeclaredPage, type DeclaredParameter } from '@/lib/apps/parameters/declaration';
import { declaredPagesOptions } from '@/lib/apps/parameters/query-options';

const NONE: DeclaredPage[] = [];

/** The pages of a Mini Program of which somebody said what they take; none until they are read. */
export function useDeclaredPages(miniProgramId: string): DeclaredPage[] {
  const { data = NONE } = useQuery({
    ...declaredPagesOptions(miniProgramId),
    enabled: miniProgramId !== '',
  });
  return data;
}

/** What a page takes, those that were removed too; null where no form asks for any. */
export function parametersOf(declared: readonly DeclaredPage[], page: string): DeclaredParameter[] | null {
  const found = declared.find((one) => one.page === pageOfPath(page))?.parameters ?? [];
  return askedOf(found).length > 0 ? found : null;
}
