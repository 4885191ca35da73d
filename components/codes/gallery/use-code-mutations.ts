'use client';

import { useMutation, useQueryClient, type InfiniteData, type QueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { toast } from '@/components/ui/toast';
import { deleteCodesAction, restoreCodesAction } from '@/lib/codes/actions';
import { codeKeys, type CodeItem, type CodePageJson } from '@/lib/codes/query-options';
import { outcomeOf } from '@/lib/actions/outcome';

type Pages = InfiniteData<CodePageJson, string>;

/** Takes rows off every list at once; asking the server again follows. */
function dropFromLists(client: QueryClient, ids: readonly string[]) {
  client.setQueriesData<Pages>({ queryKey: codeKeys.all }, (data) =>
    data && 'pages' in data ? withoutRows(data, ids) : data,
  );
}

function withoutRows(data: Pages, ids: readonly string[]): Pages {
  const stays = (item: CodeItem) => !ids.includes(item.id);
  const pages = data.pages.map((page) => ({ ...page, items: page.items.filter(stays) }));
  return { ...data, pages };
}

/** Deleting with a way back. `onDeleted` runs when the rows are gone. */
export function useDeleteCodes(onDeleted: () => void) {
  const t = useTranslations();
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: codeKeys.all });

  const restore = useMutation({
    mutationFn: (ids: string[]) => outcomeOf(restoreCodesAction({ codeIds: ids })),
    onSuccess: (_, ids) => toast.success(t('codes.gallery.delete.restored', { count: ids.length })),
    onError: (error) => toast.error(error.message),
    onSettled: refresh,
  });

  return useMutation({
    mutationFn: (items: CodeItem[]) => outcomeOf(deleteCodesAction({ codeIds: items.map(({ id }) => id) })),
    onSuccess: (_, items) => {
      const ids = items.map(({ id }) => id);
      dropFromLists(client, ids);
      onDeleted();
      toast.success(t('codes.gallery.delete.done', { count: ids.length }), {
        action: { label: t('common.undo'), onClick: () => restore.mutate(ids) },
        duration: 10_000,
      });
    },
    onError: (error) => toast.error(error.message),
    onSettled: refresh,
  });
}
