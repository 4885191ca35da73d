'use client';

import { useTranslations } from 'next-intl';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { ariaKeys } from '@/components/layout/keys/shortcuts';
import { RelativeTime } from '@/components/ui/relative-time';
import { TableCell, TableRow } from '@/components/ui/table';
import type { CodeItem } from '@/lib/codes/find/query-options';
import { VersionBadge } from '@/components/codes/version-badge';
import { carryProps } from './carry-props';
import { SandboxSign } from './code-badges';
import type { CodeListProps } from './code-grid';
import { CodeMenu } from './code-menu';
import { CodePicture } from './code-picture';
import { shownTargetOf } from './code-text';
import { DaysLeft } from './days-left';
import { ScanCount } from './scan-count';
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
  'use memo';
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
      <TableCell className="py-0">
        <div className="flex items-center gap-2">
          <Link
            href={`/codes/${item.id}`}
            title={item.name}
            data-row-link
            aria-keyshortcuts={`${ariaKeys('select')} ${ariaKeys('preview')}`}
            className="truncate rounded-xs font-medium focus-ring-inset hover:underline max-md:relative max-md:-my-3 max-md:py-3"
          >
            {item.name}
          </Link>
          <VersionBadge version={item.envVersion} />
          <SandboxSign item={item} />
        </div>
        {showApp && (
          <p className="truncate text-xs text-muted-foreground max-md:hidden">{item.miniProgram.name}</p>
        )}
        <SecondLine item={item} showApp={showApp} />
      </TableCell>
      {children}
      <TableCell className={`${pinned} py-0`}>
        <CodeMenu item={item} actions={actions} />
      </TableCell>
    </TableRow>
  );
}

/** What leads to the code (the key of a live one says nothing) and when it was made; instead of the time, what is out of the ordinary. */
function SecondLine({ item, showApp }: Pick<CodeRowProps, 'item' | 'showApp'>) {
  return (
    <p className="flex min-w-0 gap-1.5 text-xs leading-5 text-muted-foreground md:hidden">
      <ScanCount item={item} />
      {item.scans === undefined && (
        <span title={shownTargetOf(item)} className="min-w-0 truncate font-mono">
          {shownTargetOf(item)}
        </span>
      )}
      {showApp && (
        <span title={item.miniProgram.name} className="min-w-0 shrink-2 truncate">
          {item.miniProgram.name}
        </span>
      )}
      <span className="ms-auto shrink-0 ps-1.5 font-sans">
        <Moment item={item} />
      </span>
    </p>
  );
}

function Moment({ item }: Pick<CodeRowProps, 'item'>) {
  const status = useTranslations('codes.gallery.status');
  if (item.deletedAt) return <DaysLeft deletedAt={item.deletedAt} />;
  if (item.status === 'READY') return <RelativeTime value={item.createdAt} className="whitespace-nowrap" />;
  return (
    <span className={item.status === 'FAILED' ? 'text-danger-text' : undefined}>{status(item.status)}</span>
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
