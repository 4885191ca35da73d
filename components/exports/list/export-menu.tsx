'use client';

import { CircleStop, Printer, RotateCcw, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import type { ReactElement } from 'react';
import {
  Menu,
  MenuContent,
  MenuItem,
  MenuLinkItem,
  MenuSeparator,
  MenuTrigger,
} from '@/components/ui/overlay/menu';
import { PRINT_FORMATS } from '@/lib/exports/options';
import type { ExportItem } from '@/lib/exports/export-types';

export type ExportMenuProps = { item: ExportItem; trigger: ReactElement; onRemove: () => void };

/** Opens at once: it is mounted by the click on its trigger. */
export function ExportMenu({
  item: { id, state, format, print, canRemove },
  trigger,
  onRemove,
}: ExportMenuProps) {
  const t = useTranslations('exports');
  const isRunning = state === 'running';
  return (
    <Menu defaultOpen>
      <MenuTrigger render={trigger} />
      <MenuContent>
        <MenuLinkItem
          render={
            <Link
              href={`/${PRINT_FORMATS.some((known) => known === format) ? 'print' : 'exports'}/new?export=${id}`}
            />
          }
        >
          <RotateCcw aria-hidden className="text-muted-foreground" />
          {t('item.repeat')}
        </MenuLinkItem>
        {print && (
          <MenuLinkItem render={<Link href={`/print/${id}`} />}>
            <Printer aria-hidden className="text-muted-foreground" />
            {t('item.record')}
          </MenuLinkItem>
        )}
        {canRemove && (
          <>
            <MenuSeparator />
            <MenuItem variant="danger" onClick={onRemove}>
              {isRunning ? <CircleStop aria-hidden /> : <Trash2 aria-hidden />}
              {isRunning ? t('remove.stop') : t('remove.button')}
            </MenuItem>
          </>
        )}
      </MenuContent>
    </Menu>
  );
}
