'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/form/field';
import { Input } from '@/components/ui/form/input';
import { Dialog, DialogClose, DialogContent } from '@/components/ui/overlay/dialog';
import { setLiveTargetAction } from '@/lib/live/actions';
import { PAUSE_MESSAGE_MAX_CHARS } from '@/lib/live/limits';
import type { Target } from '@/lib/live/target';
import { useLiveAction } from './use-live-action';

export type PauseDialogProps = { codeId: string; now: Target; open: boolean; onClose: () => void };

/** What those see who scan it meanwhile. */
export function PauseDialog({ codeId, now, open, onClose }: PauseDialogProps) {
  const t = useTranslations('live');
  const common = useTranslations('common');
  const [message, setMessage] = useState('');
  const { pending, run } = useLiveAction();
  const { page, parameters, rules } = now;
  const values = { page, parameters, rules, isPaused: true, message };
  const pause = () => run(() => setLiveTargetAction({ codeId, values }), t('paused'), onClose);
  return (
    <Dialog open={open} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent
        title={t('pauseDialog.title')}
        description={t('pauseDialog.text')}
        closeLabel={common('close')}
        footer={
          <>
            <DialogClose render={<Button variant="secondary" />}>{common('cancel')}</DialogClose>
            <Button pending={pending} onClick={pause}>
              {t('pauseDialog.confirm')}
            </Button>
          </>
        }
      >
        <Field label={t('pauseDialog.message')} optionalLabel={common('optional')}>
          <Input
            value={message}
            maxLength={PAUSE_MESSAGE_MAX_CHARS}
            placeholder={t('pauseDialog.placeholder')}
            autoComplete="off"
            onChange={({ target }) => setMessage(target.value)}
          />
        </Field>
      </DialogContent>
    </Dialog>
  );
}
