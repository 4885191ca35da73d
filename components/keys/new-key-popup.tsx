'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, type ReactElement } from 'react';
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/overlay/dialog';
import type { AppChoice } from '@/components/data/sight/sight-text';
import { createKeyAction } from '@/lib/keys/actions';
import { KeyForm } from './key-form';
import { ToldKey } from './told-key';

/** Opens at once: it is mounted by the click on its trigger. */
type NewKeyPopupProps = { trigger: ReactElement; apps: readonly AppChoice[] };

export function NewKeyPopup({ trigger, apps }: NewKeyPopupProps) {
  const t = useTranslations();
  const router = useRouter();
  const [open, setOpen] = useState(true);
  const [made, setMade] = useState<string | null>(null);
  const toggle = (wanted: boolean) => {
    setOpen(wanted);
    // The next time asks anew; what was made is told once.
    if (wanted) setMade(null);
    else if (made !== null) router.refresh();
  };
  return (
    <Dialog open={open} onOpenChange={toggle}>
      <DialogTrigger render={trigger} />
      <DialogContent
        title={made === null ? t('apiKeys.form.new') : t('apiKeys.made.title')}
        description={made === null ? t('apiKeys.form.newText') : t('apiKeys.made.text')}
        closeLabel={t('common.close')}
        size="lg"
      >
        {made === null ? (
          <KeyForm
            apps={apps}
            submitLabel={t('apiKeys.form.submit')}
            save={(values) => createKeyAction({ days: null, ...values })}
            onSaved={(told) => told && setMade(told.key)}
            onCancel={() => toggle(false)}
          />
        ) : (
          <ToldKey value={made} onDone={() => toggle(false)} />
        )}
      </DialogContent>
    </Dialog>
  );
}
