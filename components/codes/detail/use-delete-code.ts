'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { toast } from '@/components/ui/toast';
import { deleteCodesAction, restoreCodesAction } from '@/lib/codes/actions';
import { codeKeys } from '@/lib/codes/query-options';

const UNDO_MS = 10_000;

/** Deletes without asking, because it can be undone: from the notice, also after the page has changed. */
export function useDeleteCode({ id, name }: { id: string; name: string }) {
  const t = useTranslations('codes.detail');
  const common = useTranslations('common');
  const router = useRouter();
  const queries = useQueryClient();
  const [pending, start] = useTransition();

  const restore = async () => {
    const result = await restoreCodesAction({ codeIds: [id] }).catch(() => null);
    if (!result?.data) {
      toast.error(result?.serverError?.message ?? common('error.network'));
      return;
    }
    toast.success(t('restored', { name }));
    await queries.invalidateQueries({ queryKey: codeKeys.all });
    router.refresh();
  };

  const remove = () =>
    start(async () => {
      const result = await deleteCodesAction({ codeIds: [id] }).catch(() => null);
      if (!result?.data) {
        toast.error(result?.serverError?.message ?? common('error.network'));
        return;
      }
      toast.success(t('deleted', { name }), {
        duration: UNDO_MS,
        action: { label: t('undo'), onClick: () => void restore() },
      });
      await queries.invalidateQueries({ queryKey: codeKeys.all });
      router.push('/codes');
    });

  return { remove, pending };
}
