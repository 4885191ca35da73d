'use client';

import { useReach } from '@/components/data/use-reach';
import { Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { lazy, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { OnceWanted } from '@/components/ui/overlay/once-wanted';
import { toast } from '@/components/ui/overlay/toast';
import { deleteDraftAction } from '@/lib/batches/actions';

const ConfirmDialog = lazy(() =>
  import('@/components/ui/overlay/alert-dialog').then((room) => ({ default: room.ConfirmDialog })),
);

export function DeleteDraftButton({ batch: { id, name } }: { batch: { id: string; name: string } }) {
  const t = useTranslations();
  const router = useRouter();
  const reach = useReach();
  const [asking, setAsking] = useState(false);
  const [pending, start] = useTransition();
  const remove = () =>
    start(async () => {
      const { serverError } = await reach(deleteDraftAction({ batchId: id }));
      if (serverError) return toast.error(serverError.message);
      toast.success(t('batches.draft.deleted', { name }));
      router.push('/batches');
    });
  return (
    <>
      <Button variant="ghost" className="text-danger-text max-sm:order-last" onClick={() => setAsking(true)}>
        <Trash2 aria-hidden />
        {t('batches.draft.delete')}
      </Button>
      <OnceWanted when={asking}>
        <ConfirmDialog
          open={asking}
          onOpenChange={setAsking}
          title={t('batches.draft.deleteTitle', { name })}
          description={t('batches.draft.deleteText')}
          confirmLabel={t('batches.draft.delete')}
          cancelLabel={t('common.cancel')}
          pending={pending}
          onConfirm={remove}
        />
      </OnceWanted>
    </>
  );
}
