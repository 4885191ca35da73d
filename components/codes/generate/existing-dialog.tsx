'use client';

import { CircleCheck } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import Link from 'next/link';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { PlainImage } from '@/components/ui/plain-image';
import { Dialog, DialogClose, DialogContent } from '@/components/ui/overlay/dialog';

/** `empty`: labels of what was left empty and would tell the two apart. */
type OtherName = { name: string; empty: string[] };

/** The stored code with the same parameters. */
export type Existing = {
  codeId: string;
  name: string;
  /** Null while it is still being made. */
  imageSha256: string | null;
  /** What was to be made is called otherwise: nobody who scans them would tell the two apart. */
  other: OtherName | null;
};

export type ExistingDialogProps = { existing: Existing | null; onClose: () => void };

export function ExistingDialog({ existing, onClose }: ExistingDialogProps) {
  // Stays what it was while the dialog fades out.
  const [shown, setShown] = useState(existing);
  if (existing && existing !== shown) setShown(existing);
  const t = useTranslations('codes.generate.existing');
  const common = useTranslations('common');
  const { other = null, codeId = '' } = shown ?? {};
  return (
    <Dialog open={existing !== null} onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title={t('title')}
        description={t(other ? 'otherText' : 'text')}
        closeLabel={common('close')}
        size="sm"
        footer={<Ways codeId={codeId} isOther={other !== null} />}
      >
        {shown && <Stored existing={shown} />}
        {other && shown && <Other other={other} known={shown.name} />}
        <p className="mt-3 flex gap-2 text-[0.8125rem] leading-5 text-success-text">
          <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0" />
          {t('free')}
        </p>
      </DialogContent>
    </Dialog>
  );
}

/** The likelier one is the last one, as in every dialog: back to the form where something else was meant. */
function Ways({ codeId, isOther }: { codeId: string; isOther: boolean }) {
  const t = useTranslations('codes.generate.existing');
  const [stay, open] = isOther ? (['primary', 'secondary'] as const) : (['secondary', 'primary'] as const);
  const ways = [
    <DialogClose key="stay" render={<Button variant={stay} />}>
      {t('stay')}
    </DialogClose>,
    <Button key="open" variant={open} render={<Link href={`/codes/${codeId}`} />}>
      {t('open')}
    </Button>,
  ];
  return isOther ? ways.toReversed() : ways;
}

function Other({ other: { name, empty }, known }: { other: OtherName; known: string }) {
  const t = useTranslations('codes.generate.existing');
  const format = useFormatter();
  return (
    <p className="mt-3 text-[0.8125rem] leading-5">
      {empty.length > 0
        ? t('otherEmpty', { name, known, fields: format.list(empty, { type: 'disjunction' }) })
        : t('otherPlain', { name, known })}
    </p>
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
