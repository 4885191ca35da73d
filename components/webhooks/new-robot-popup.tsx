'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, type ReactElement } from 'react';
import type { AppChoice } from '@/components/data/sight/sight-text';
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/overlay/dialog';
import { toast } from '@/components/ui/overlay/toast';
import { createRobotAction } from '@/lib/webhooks/actions';
import { RobotForm } from './robot-form';

type NewRobotPopupProps = { trigger: ReactElement; apps: readonly AppChoice[] };

export function NewRobotPopup({ trigger, apps }: NewRobotPopupProps) {
  const t = useTranslations('webhooks.robot');
  const tCommon = useTranslations('common');
  const router = useRouter();
  const [open, setOpen] = useState(true);
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger render={trigger} />
      <DialogContent title={t('new')} description={t('newText')} closeLabel={tCommon('close')} size="lg">
        <RobotForm
          apps={apps}
          submitLabel={t('submit')}
          save={createRobotAction}
          onSaved={() => {
            setOpen(false);
            router.refresh();
            toast.success(t('made'));
          }}
          onCancel={() => setOpen(false)}
        />
      </DialogContent>
    </Dialog>
  );
}
