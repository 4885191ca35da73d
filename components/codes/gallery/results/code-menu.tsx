'use client';

import { useTranslations } from 'next-intl';
import { lazy } from 'react';
import { DeferredMenu } from '@/components/ui/overlay/deferred-menu';
import type { CodeMenuProps } from './code-menu-popup';

const load = () => import('./code-menu-popup');
const CodeMenuPopup = lazy(() => load().then((room) => ({ default: room.CodeMenuPopup })));

export function CodeMenu({ item, actions, className }: CodeMenuProps) {
  const t = useTranslations('codes.gallery.menu');
  return (
    <DeferredMenu label={t('label', { name: item.name })} preload={load} className={className}>
      {(trigger) => <CodeMenuPopup item={item} actions={actions} trigger={trigger} />}
    </DeferredMenu>
  );
}
