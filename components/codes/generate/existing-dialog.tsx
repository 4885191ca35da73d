'use client';

import { CircleCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { PlainImage } from '@/components/ui/plain-image';
import { Dialog, DialogClose, DialogContent } from '@/components/ui/overlay/dialog';

/** The stored code with the same parameters. */
export type Existing = {
  codeId: string;
  name: string;
  /** Null while it is still being made. */
  imageSha256: string | null;
};

export type ExistingDialogProps = { existing: Existing | null; onClose: () => void };

export function ExistingDialog({ existing, onClose }: ExistingDialogProps) {
  // Stays what it was while the dialog fades out.
  const [shown, setShown] = useState(existing);
  if (existing && existing !== shown) setShown(existing);
  const t = useTranslations('codes.generate.existing');
  const common = useTranslations('common');
  return (
    <Dialog open={existing !== null} onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title={t('title')}
        description={t('text')}
        closeLabel={common('close')}
        size="sm"
        footer={
          <>
            <DialogClose render={<Button variant="secondary" />}>{t('stay')}</DialogClose>
            <Button render={<Link href={`/codes/${shown?.codeId ?? ''}`} />}>{t('open')}</Button>
          </>
        }
      >
        {shown && <Stored existing={shown} />}
        <p className="mt-3 flex gap-2 text-[0.8125rem] leading-5 text-success-text">
          <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0" />
          {t('free')}
        </p>
      </DialogContent>
    </Dialog>
  );
}

function Stored({ existing: { codeId, name, imageSha256 } }: { existing: Existing }) {
  const t = useTranslations('codes.generate.existing');
  return (
    <div className="flex items-center gap-4 rounded-lg border border-border p-3">
      {imageSha256 && (
        <PlainImage
          src={`/api/codes/${codeId}/image?v=${imageSha256}&w=320`}
          alt={t('picture', { name })}
          className="size-24 shrink-0 rounded-md bg-muted object-contain"
        />
      )}
      <p className="min-w-0 font-medium wrap-anywhere">{name}</p>
    </div>
  );
}
