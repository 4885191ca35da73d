'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, type ReactElement } from 'react';
import { NameForm } from '@/components/data/name-form';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/overlay/popover';
import { renameBatchAction } from '@/lib/batches/actions';
import { BATCH_NAME_MAX_CHARS } from '@/lib/batches/limits';
import { batchKeys } from '@/lib/batches/report/batch-keys';

export type RenameBatchPopupProps = { batch: { id: string; name: string }; trigger: ReactElement };

/** Opens at once: it is mounted by the click on its trigger. */
export function RenameBatchPopup({ batch, trigger }: RenameBatchPopupProps) {
  const t = useTranslations();
  const router = useRouter();
  const [open, setOpen] = useState(true);
  const close = () => setOpen(false);
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger render={trigger} />
      <PopoverContent aria-label={t('batches.rename.button')} className="w-80">
        <NameForm
          label={t('batches.rename.name')}
          submitLabel={t('common.save')}
          initial={batch.name}
          maxChars={BATCH_NAME_MAX_CHARS}
          lists={[batchKeys.lists]}
          run={(name) => renameBatchAction({ batchId: batch.id, name })}
          said={() => t('batches.rename.done')}
          onDone={() => {
            close();
            router.refresh();
          }}
          onCancel={close}
          autoFocus
        />
      </PopoverContent>
    </Popover>
  );
}
