'use client';

import { Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, useTransition, type ReactElement } from 'react';
import { useReach } from '@/components/data/actions/use-reach';
import { ConfirmDialog } from '@/components/ui/overlay/alert-dialog';
import { Menu, MenuContent, MenuItem, MenuTrigger } from '@/components/ui/overlay/menu';
import { toast } from '@/components/ui/overlay/toast';
import { deleteDraftAction } from '@/lib/batches/actions';

type DraftMenuPopupProps = { batch: { id: string; name: string }; trigger: ReactElement };

/** Opens at once: it is mounted by the click on its trigger. */
export function DraftMenuPopup({ batch: { id, name }, trigger }: DraftMenuPopupProps) {
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
      <Menu defaultOpen>
        <MenuTrigger render={trigger} />
        <MenuContent>
          <MenuItem variant="danger" onClick={() => setAsking(true)}>
            <Trash2 aria-hidden />
            {t('batches.draft.delete')}
          </MenuItem>
        </MenuContent>
      </Menu>
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
    </>
  );
}
