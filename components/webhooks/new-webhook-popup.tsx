'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, type ReactElement } from 'react';
import type { AppChoice } from '@/components/data/sight/sight-text';
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/overlay/dialog';
import { createWebhookAction } from '@/lib/webhooks/actions';
import { ToldWebhookSecret } from './told-webhook-secret';
import { WebhookForm } from './webhook-form';

/** Opens at once: it is mounted by the click on its trigger. */
type NewWebhookPopupProps = { trigger: ReactElement; apps: readonly AppChoice[] };

export function NewWebhookPopup({ trigger, apps }: NewWebhookPopupProps) {
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
        title={made === null ? t('webhooks.form.new') : t('webhooks.made.title')}
        description={made === null ? t('webhooks.form.newText') : t('webhooks.made.text')}
        closeLabel={t('common.close')}
        size="lg"
      >
        {made === null ? (
          <WebhookForm
            apps={apps}
            submitLabel={t('webhooks.form.submit')}
            save={createWebhookAction}
            onSaved={(told) => told && setMade(told.secret)}
            onCancel={() => toggle(false)}
          />
        ) : (
          <ToldWebhookSecret value={made} onDone={() => toggle(false)} />
        )}
      </DialogContent>
    </Dialog>
  );
}
