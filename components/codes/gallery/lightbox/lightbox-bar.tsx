'use client';

import { Dialog } from '@base-ui/react/dialog';
import { Download, ExternalLink, Scan, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { ShortcutKeys } from '@/components/layout/keys/shortcut-keys';
import { ariaKeys } from '@/components/layout/keys/shortcuts';
import { Button } from '@/components/ui/button';
import { buttonVariants } from '@/components/ui/button-variants';
import { IconButton } from '@/components/ui/icon-button';
import type { CodeItem } from '@/lib/codes/find/query-options';
import { CopyPictureButton } from '@/components/codes/copy-picture-button';
import { downloadUrl, fullTargetOf, pictureUrl } from '@/components/codes/gallery/results/code-text';

export type LightboxBarProps = {
  item: CodeItem;
  /** “3 / 24”. */
  place: string;
  /** Pixel for pixel. */
  actual: boolean;
  onActual: (actual: boolean) => void;
};

/** Name and target of the picture, and what can be done with it. On phones at the bottom, where the thumb is. */
export function LightboxBar({ item, place, actual, onActual }: LightboxBarProps) {
  const t = useTranslations();
  return (
    <div className="flex items-center gap-1 border-border py-2 ps-4 pe-2 max-sm:order-last max-sm:border-t sm:border-b sm:ps-5">
      <div className="me-auto min-w-0">
        <Dialog.Title className="truncate text-sm leading-5 font-semibold">{item.name}</Dialog.Title>
        <Dialog.Description className="truncate font-mono text-xs leading-5 text-muted-foreground">
          {fullTargetOf(item)}
        </Dialog.Description>
      </div>
      <span aria-hidden className="px-2 text-xs whitespace-nowrap text-muted-foreground max-sm:hidden">
        {place}
      </span>
      <Button
        variant="ghost"
        size="sm"
        aria-pressed={actual}
        aria-keyshortcuts={ariaKeys('actualSize')}
        onClick={() => onActual(!actual)}
        className="aria-pressed:bg-muted-strong max-sm:hidden"
      >
        <Scan aria-hidden />
        {t('codes.gallery.lightbox.actual')}
        <ShortcutKeys id="actualSize" />
      </Button>
      <CopyPictureButton url={pictureUrl(item) ?? ''} />
      <IconButton
        label={t('codes.gallery.menu.download')}
        side="bottom"
        render={<a href={downloadUrl(item)} download />}
      >
        <Download aria-hidden />
      </IconButton>
      <IconButton label={t('common.open')} side="bottom" render={<Link href={`/codes/${item.id}`} />}>
        <ExternalLink aria-hidden />
      </IconButton>
      <Dialog.Close
        aria-label={t('common.close')}
        aria-keyshortcuts={ariaKeys('closePicture')}
        className={buttonVariants({ variant: 'ghost', size: 'icon' })}
      >
        <X aria-hidden />
      </Dialog.Close>
    </div>
  );
}
