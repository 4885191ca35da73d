'use client';

import { CircleCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose, DialogContent } from '@/components/ui/overlay/dialog';

export type ExistingDialogProps = {
  /** The stored code, or null while there is nothing to say. */
  codeId: string | null;
  onClose: () => void;
};

export function ExistingDialog({ codeId, onClose }: ExistingDialogProps) {
  const t = useTranslations('codes.generate.existing');
  const common = useTranslations('common');
  return (
    <Dialog open={codeId !== null} onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title={t('title')}
        description={t('text')}
        closeLabel={common('close')}
        size="sm"
        footer={
          <>
            <DialogClose render={<Button variant="secondary" />}>{t('stay')}</DialogClose>
            <Button render={<Link href={`/codes/${codeId ?? ''}`} />}>{t('open')}</Button>
          </>
        }
      >
        <p className="flex gap-2 rounded-md bg-success-subtle px-3 py-2 text-[0.8125rem] leading-5 text-success-text">
          <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0" />
          {t('free')}
        </p>
      </DialogContent>
    </Dialog>
  );
}
