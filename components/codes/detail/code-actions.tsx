'use client';

import { CopyPlus, Download, Ellipsis } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { lazy } from 'react';
import { DeferredPopup } from '@/components/layout/deferred-popup';
import { Button } from '@/components/ui/button';
import { buttonVariants } from '@/components/ui/button-variants';
import type { MoreMenuProps } from './more-menu';
import { CopyPictureButton } from '../copy-picture-button';

const load = () => import('./more-menu');
const MoreMenu = lazy(() => load().then((room) => ({ default: room.MoreMenu })));

export type CodeActionsProps = {
  code: MoreMenuProps['code'];
  canWrite: boolean;
  /** There is an intact picture to hand out. */
  hasPicture: boolean;
};

export function CodeActions({ code, canWrite, hasPicture }: CodeActionsProps) {
  const t = useTranslations('codes.detail.actions');
  return (
    <>
      {canWrite && <More code={code} />}
      {hasPicture && <CopyPictureButton url={`/api/codes/${code.id}/image`} variant="secondary" />}
      {canWrite && (
        <Button
          variant="secondary"
          render={<Link href={{ pathname: '/codes/new', query: { from: code.id } }} />}
        >
          <CopyPlus aria-hidden />
          {t('duplicate')}
        </Button>
      )}
      {hasPicture && (
        // The server names the file; `download` alone keeps the page where it is.
        <Button render={<a href={`/api/codes/${code.id}/image?download=1`} download />}>
          <Download aria-hidden />
          {t('download')}
        </Button>
      )}
    </>
  );
}

function More({ code }: Pick<CodeActionsProps, 'code'>) {
  const t = useTranslations('common');
  const trigger = (
    <button
      type="button"
      aria-label={t('more')}
      className={buttonVariants({ variant: 'secondary', size: 'icon' })}
    >
      <Ellipsis aria-hidden />
    </button>
  );
  return (
    <DeferredPopup trigger={trigger} haspopup="menu" preload={load}>
      <MoreMenu code={code} trigger={trigger} />
    </DeferredPopup>
  );
}
