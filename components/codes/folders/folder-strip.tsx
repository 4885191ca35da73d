'use client';

import { Folder } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import type { BulkScope } from '@/lib/bulk/kinds';
import { NO_FOLDER } from '@/lib/codes/find/filters';
import type { FolderItem } from '@/lib/folders/queries';
import { useDropTarget } from './use-drop-target';

export type FolderStripProps = {
  folders: readonly FolderItem[];
  /** As in the filters: '' for any. */
  chosen: string;
  onChoose: (folder: string) => void;
  /** Codes were dropped on a folder, or on “in none” (null); without it nothing can be dropped. */
  onDropCodes?: ((scope: BulkScope, folderId: string | null) => void) | undefined;
};

/** The folders in one line, each a filter and a place to drop codes on. */
export function FolderStrip({ folders, chosen, onChoose, onDropCodes }: FolderStripProps) {
  const t = useTranslations('organize.folders');
  if (folders.length === 0) return null;
  const chip = (value: string, label: string) => ({ value, label, chosen, onChoose });
  return (
    <nav
      aria-label={t('title')}
      title={onDropCodes && t('dropHint')}
      className="-ms-1 fade-end overflow-x-auto max-md:hidden"
    >
      <ul className="flex w-max gap-1.5 p-1 pe-8">
        <FolderChip {...chip('', t('all'))} />
        <FolderChip
          {...chip(NO_FOLDER, t('out'))}
          onDropCodes={onDropCodes && ((scope) => onDropCodes(scope, null))}
        />
        {folders.map(({ id, name }) => (
          <FolderChip
            key={id}
            {...chip(id, name)}
            icon={<Folder aria-hidden className="size-3.5 shrink-0" />}
            onDropCodes={onDropCodes && ((scope) => onDropCodes(scope, id))}
          />
        ))}
      </ul>
    </nav>
  );
}

type FolderChipProps = {
  value: string;
  label: string;
  icon?: ReactNode;
  chosen: string;
  onChoose: (folder: string) => void;
  onDropCodes?: ((scope: BulkScope) => void) | undefined;
};

function FolderChip({ value, label, icon, chosen, onChoose, onDropCodes }: FolderChipProps) {
  const { over, handlers } = useDropTarget(onDropCodes);
  return (
    <li>
      <button
        type="button"
        aria-pressed={value === chosen}
        onClick={() => onChoose(value)}
        data-over={over || undefined}
        className={cn(
          'flex h-8 max-w-52 items-center gap-1.5 rounded-full border border-border bg-surface px-3 text-[0.8125rem] text-muted-foreground focus-ring transition-colors hover:text-foreground max-md:h-11',
          'aria-pressed:border-primary aria-pressed:bg-primary aria-pressed:text-primary-foreground',
          'data-over:border-accent data-over:bg-accent-subtle data-over:text-accent-text',
        )}
        {...handlers}
      >
        {icon}
        <span className="truncate">{label}</span>
      </button>
    </li>
  );
}
