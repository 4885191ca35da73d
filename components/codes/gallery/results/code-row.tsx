'use client';

import { useTranslations } from 'next-intl';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { ariaKeys } from '@/components/layout/keys/shortcuts';
import { TableCell, TableRow } from '@/components/ui/table';
import type { CodeItem } from '@/lib/codes/find/query-options';
import { carryProps } from './carry-props';
import { SandboxBadge } from './code-badges';
import type { CodeListProps } from './code-grid';
import { CodeMenu } from './code-menu';
import { CodePicture } from './code-picture';
import { SelectBox } from './select-box';
import type { RowTick } from '@/components/codes/gallery/selection/use-selection';

// Stays in sight while the rest scrolls sideways; opaque, in the colours that the row mixes with its own ground.
export const pinned =
  'sticky end-0 bg-surface transition-colors in-[tbody]:group-not-data-selected:group-hover:bg-[color-mix(in_oklab,var(--muted)_50%,var(--surface))] group-data-selected:bg-[color-mix(in_oklab,var(--accent-subtle)_60%,var(--surface))]';

export type CodeRowProps = Pick<CodeListProps, 'actions' | 'showApp' | 'onPreview'> & {
  item: CodeItem;
  tick: RowTick;
  /** In the whole list, from 0. */
  index: number;
  /** The cells of the chosen columns. */
  children: ReactNode;
};

/** One height whatever it holds: the virtual list reckons with it. */
export function CodeRow({ item, index, tick, actions, showApp, onPreview, children }: CodeRowProps) {
  return (
    <TableRow
      data-code-id={item.id}
      {...carryProps({ item, carried: tick.carried, actions })}
      aria-rowindex={index + 2}
      className="group h-15"
      data-selected={tick.selected || undefined}
    >
      <TableCell className="py-0">
        <SelectBox item={item} tick={tick} />
      </TableCell>
      <TableCell className="py-0">
        <PictureCell item={item} onPreview={onPreview} />
      </TableCell>
      <TableCell className="max-w-48 py-0">
        <div className="flex items-center gap-2">
          <Link
            href={`/codes/${item.id}`}
            title={item.name}
            data-row-link
            aria-keyshortcuts={`${ariaKeys('select')} ${ariaKeys('preview')}`}
            className="truncate rounded-xs font-medium focus-ring-inset hover:underline"
          >
            {item.name}
          </Link>
          {item.miniProgram.mode === 'SANDBOX' && <SandboxBadge />}
        </div>
        {showApp && <p className="truncate text-xs text-muted-foreground">{item.miniProgram.name}</p>}
      </TableCell>
      {children}
      <TableCell className={`${pinned} py-0`}>
        <CodeMenu item={item} actions={actions} />
      </TableCell>
    </TableRow>
  );
}

function PictureCell({ item, onPreview }: Pick<CodeRowProps, 'item' | 'onPreview'>) {
  const t = useTranslations('codes.gallery.lightbox');
  const picture = (
    <CodePicture
      item={item}
      compact
      shownWidth="44px"
      className="size-11 rounded-sm border border-border/70 p-0.5"
    />
  );
  if (!item.imageSha256) return picture;
  return (
    <button
      type="button"
      data-preview
      title={t('open', { name: item.name })}
      onClick={() => onPreview(item.id)}
      className="block rounded-sm focus-ring"
    >
      {picture}
    </button>
  );
}
