'use client';

import { Clipboard, Copy, CopyPlus, Download, ExternalLink, Replace } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import type { ReactElement } from 'react';
import { actionsFor, BULK_ACTIONS, obstacleOf } from '@/components/codes/bulk/bulk-actions';
import { targetOf } from '@/components/codes/bulk/target';
import {
  Menu,
  MenuContent,
  MenuItem,
  MenuLinkItem,
  MenuSeparator,
  MenuTrigger,
} from '@/components/ui/overlay/menu';
import { toast } from '@/components/ui/overlay/toast';
import { copyText } from '@/components/ui/use-copy';
import { useCopyPicture } from '@/components/codes/use-copy-picture';
import { downloadUrl, pictureUrl, targetOf as textOf } from './code-text';
import type { BulkActions } from '@/components/codes/bulk/use-bulk-actions';
import type { CodePlace } from '@/lib/codes/find/filters';
import type { CodeItem } from '@/lib/codes/find/query-options';

/** What can be done with codes where they lie. Null for those who may only look. */
export type CodeActions = { place: CodePlace; act: BulkActions['act'] } | null;

export type CodeMenuProps = { item: CodeItem; actions: CodeActions; className?: string | undefined };

type CodeMenuPopupProps = Pick<CodeMenuProps, 'item' | 'actions'> & { trigger: ReactElement };

/** Opens at once: it is mounted by the click on its trigger. */
export function CodeMenuPopup({ item, actions, trigger }: CodeMenuPopupProps) {
  const t = useTranslations();
  const isLost = item.deletedAt !== null;
  return (
    <Menu defaultOpen>
      <MenuTrigger render={trigger} />
      <MenuContent>
        {!isLost && (
          <MenuLinkItem render={<Link href={`/codes/${item.id}`} />}>
            <ExternalLink aria-hidden className="text-muted-foreground" />
            {t('common.open')}
          </MenuLinkItem>
        )}
        {item.imageSha256 && (
          <MenuLinkItem href={downloadUrl(item)} download>
            <Download aria-hidden className="text-muted-foreground" />
            {t('codes.gallery.menu.download')}
          </MenuLinkItem>
        )}
        <CopyItems item={item} />
        {actions && !isLost && item.status === 'READY' && item.archivedAt === null && (
          <MenuLinkItem render={<Link href={`/codes/new?replace=${item.id}`} />}>
            <Replace aria-hidden className="text-muted-foreground" />
            {t('codes.detail.actions.replace')}
          </MenuLinkItem>
        )}
        {actions && !isLost && (
          <MenuLinkItem render={<Link href={`/codes/new?from=${item.id}`} />}>
            <CopyPlus aria-hidden className="text-muted-foreground" />
            {t('codes.detail.actions.duplicate')}
          </MenuLinkItem>
        )}
        {actions && <ActionItems item={item} actions={actions} />}
      </MenuContent>
    </Menu>
  );
}

/** The picture, to paste it elsewhere, and what the code leads to. */
function CopyItems({ item }: Pick<CodeMenuProps, 'item'>) {
  const t = useTranslations('codes.gallery.menu');
  const copyPictureLabel = useTranslations('codes.copyPicture')('label');
  const copy = useCopyPicture();
  const url = pictureUrl(item);
  const kind = item.scene === null ? 'path' : 'scene';
  const copyTarget = async () => {
    if (await copyText(textOf(item))) toast.success(t('copiedTarget', { kind }));
  };
  return (
    <>
      {copy && url && (
        <MenuItem onClick={() => copy(url)}>
          <Copy aria-hidden className="text-muted-foreground" />
          {copyPictureLabel}
        </MenuItem>
      )}
      <MenuItem onClick={() => void copyTarget()}>
        <Clipboard aria-hidden className="text-muted-foreground" />
        {t('copyTarget', { kind })}
      </MenuItem>
    </>
  );
}

type ActionItemsProps = { item: CodeMenuProps['item']; actions: NonNullable<CodeMenuProps['actions']> };

/** The same as of many codes; what cannot be done with this one is left out. */
function ActionItems({ item, actions }: ActionItemsProps) {
  const t = useTranslations('bulk');
  const target = targetOf([item]);
  const known = actionsFor(target, actions.place).filter((id) => obstacleOf(id, target) === null);
  return known.map((id) => {
    const { icon: Icon, isDanger } = BULK_ACTIONS[id];
    const opens = id === 'addTags' || id === 'move' || id === 'rename' || id === 'retarget';
    return [
      isDanger && <MenuSeparator key={`before ${id}`} />,
      <MenuItem key={id} variant={isDanger ? 'danger' : 'default'} onClick={() => actions.act(id, target)}>
        <Icon aria-hidden className={isDanger ? undefined : 'text-muted-foreground'} />
        {t(opens ? `menu.${id}` : `actions.${id}`)}
      </MenuItem>,
    ];
  });
}
