'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, type ReactElement } from 'react';
import { NameForm } from '@/components/data/name-form';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/overlay/popover';
import { renameDesignAction } from '@/lib/print/designs/actions';
import { DESIGN_NAME_MAX_CHARS } from '@/lib/print/designs/kept-types';

export type RenameDesignPopupProps = { id: string; name: string; trigger: ReactElement };

/** Opens at once: it is mounted by the click on its trigger. */
export function RenameDesignPopup({ id, name, trigger }: RenameDesignPopupProps) {
  const t = useTranslations();
  const router = useRouter();
  const [open, setOpen] = useState(true);
  const close = () => setOpen(false);
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger render={trigger} />
      <PopoverContent aria-label={t('designs.rename')} className="w-80">
        <NameForm
          label={t('designs.name')}
          submitLabel={t('common.save')}
          initial={name}
          maxChars={DESIGN_NAME_MAX_CHARS}
          lists={[]}
          run={(newName) => renameDesignAction({ designId: id, name: newName })}
          said={(newName) => t('designs.renamed', { name: newName })}
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
