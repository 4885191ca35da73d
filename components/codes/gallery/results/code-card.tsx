'use client';

import dynamic from 'next/dynamic';
import Link from 'next/link';
import { memo } from 'react';
import { TagList } from '@/components/codes/tags/tag-list';
import { ariaKeys } from '@/components/layout/keys/shortcuts';
import { cn } from '@/components/ui/cn';
import { RelativeTime } from '@/components/ui/relative-time';
import type { CardSize } from '@/lib/codes/picture/look';
import type { CodeItem } from '@/lib/codes/find/query-options';
import { VersionBadge } from '@/components/codes/version-badge';
import { EndpointBadge, SandboxSign } from './code-badges';
import { CodeMenu } from './code-menu';
import { CodePicture } from './code-picture';
import { carryProps } from './carry-props';
import { fullTargetOf, shownTargetOf } from './code-text';
import { pictureWidth } from './grid-class';
import { PreviewButton } from './preview-button';
import { ScanCount } from './scan-count';
import { SelectBox } from './select-box';
import type { RowTick } from '@/components/codes/gallery/selection/use-selection';
import type { CodeActions } from './code-menu-popup';

/** Wanted in the trash only. */
const DaysLeft = dynamic(() => import('./days-left').then((room) => room.DaysLeft));

/** Most codes are of this type: a badge on each of them would say nothing. */
const USUAL_ENDPOINT = 'getwxacodeunlimit';

export type CodeCardProps = RowTick & {
  item: CodeItem;
  size: CardSize;
  /** Some row is ticked: then all boxes are in sight. */
  isSelecting: boolean;
  actions: CodeActions;
  eager: boolean;
  showApp: boolean;
  onPreview: (id: string) => void;
};

// Controls wait for the pointer or the keyboard; a finger has nothing to hover with.
const onDemand =
  'opacity-0 transition-opacity group-focus-within:opacity-100 group-hover:opacity-100 has-data-popup-open:opacity-100 pointer-coarse:opacity-100';

/** The whole card leads to the code; its controls lie above that link. Renders anew only when its own props change. */
export const CodeCard = memo(function CodeCard(props: CodeCardProps) {
  const { item, size, selected, isSelecting, eager, onPreview } = props;
  return (
    <article
      data-slot="code-card"
      {...carryProps(props)}
      data-selected={selected || undefined}
      className={cn(
        'group relative flex h-full flex-col rounded-xl border border-border bg-surface shadow-xs transition-[border-color,box-shadow]',
        'hover:border-input hover:shadow-md has-[h2_a:focus-visible]:outline-2 has-[h2_a:focus-visible]:outline-offset-2 has-[h2_a:focus-visible]:outline-ring',
        'data-selected:border-accent data-selected:ring-1 data-selected:ring-accent',
        size === 'S' ? 'p-1.5' : 'p-2.5 sm:p-3',
      )}
    >
      <CodePicture
        item={item}
        eager={eager}
        compact={size === 'S'}
        shownWidth={pictureWidth[size]}
        className={cn('rounded-md border border-border/70', size === 'S' ? 'p-1' : 'p-2')}
      />
      <CornerBadge item={item} size={size} />
      <div className={cn('absolute start-1.5 top-1.5 z-20 flex', !isSelecting && onDemand)}>
        <SelectBox id={`tick-${item.id}`} item={item} tick={props} />
      </div>
      {(item.imageSha256 || isSelecting) && (
        // A finger has the whole picture to tap, which ticks once something is ticked; a pointer, which finds the page behind
        // it, a button in its corner.
        <div
          className={cn(
            'pointer-events-none absolute inset-x-0 top-0 z-10 flex aspect-square justify-end p-1.5',
            onDemand,
          )}
        >
          {isSelecting && (
            <label
              htmlFor={`tick-${item.id}`}
              className="pointer-events-auto absolute inset-0 not-pointer-coarse:hidden"
            />
          )}
          {item.imageSha256 && <PreviewButton item={item} onPreview={onPreview} />}
        </div>
      )}
      {size === 'S' ? <SmallText {...props} /> : <CardText {...props} />}
    </article>
  );
});

/** The text of a small card is its name alone. */
function CornerBadge({ item: { envVersion }, size }: Pick<CodeCardProps, 'item' | 'size'>) {
  if (size !== 'S') return null;
  return (
    <div className="pointer-events-none absolute inset-x-1.5 top-1.5 z-10 flex aspect-square items-end pb-1">
      <VersionBadge version={envVersion} />
    </div>
  );
}

function NameLink({ item }: { item: CodeItem }) {
  return (
    <Link
      href={`/codes/${item.id}`}
      // Two requests a card while the page wakes, for a page that has no shell to fetch ahead.
      prefetch={false}
      title={item.name}
      data-row-link
      aria-keyshortcuts={`${ariaKeys('select')} ${ariaKeys('preview')}`}
      // A phone shows two cards side by side, and what tells tables apart stands at the end of their names.
      className="outline-none after:absolute after:inset-0 after:rounded-xl max-sm:line-clamp-2 max-sm:h-10 sm:block sm:truncate"
    >
      {item.name}
    </Link>
  );
}

function SmallText({ item, actions }: CodeCardProps) {
  return (
    <div className="flex min-w-0 items-center ps-0.5 pt-1">
      <h2 className="min-w-0 flex-1 text-xs leading-5">
        <NameLink item={item} />
      </h2>
      <div className={cn('relative z-10 -me-1 max-sm:hidden', onDemand)}>
        <CodeMenu item={item} actions={actions} className="size-6" />
      </div>
    </div>
  );
}

/** Of one height whatever the code has, or a long list would jump as codes come into sight: `CodeGrid` says `data-tagged`. */
function CardText({ item, actions, showApp }: CodeCardProps) {
  return (
    <div className="flex min-w-0 flex-1 flex-col px-0.5 pt-2.5">
      <div className="flex items-center gap-1">
        <h2 className="min-w-0 flex-1 text-sm leading-5 font-medium">
          <NameLink item={item} />
        </h2>
        <div className={cn('relative z-10 -my-1.5 -me-1.5 max-md:-my-2.5 max-md:-me-2', onDemand)}>
          <CodeMenu item={item} actions={actions} className="size-7 max-md:size-11" />
        </div>
      </div>
      <p title={fullTargetOf(item)} className="truncate font-mono text-xs leading-5 text-muted-foreground">
        {shownTargetOf(item)}
      </p>
      {showApp && <p className="truncate text-xs leading-5 text-muted-foreground">{item.miniProgram.name}</p>}
      <div className="in-data-tagged:h-6.5">
        <TagList tagIds={item.tagIds} max={2} className="flex-nowrap overflow-hidden pt-1.5" />
      </div>
      <div className="mt-auto flex h-7.5 items-center justify-between gap-1 pt-2">
        <div className="flex min-w-0 items-center gap-1 overflow-hidden">
          {item.endpoint !== USUAL_ENDPOINT && <EndpointBadge endpoint={item.endpoint} />}
          <VersionBadge version={item.envVersion} />
          <SandboxSign item={item} />
          <ScanCount item={item} />
        </div>
        <CardTime item={item} />
      </div>
    </div>
  );
}

/** When it was made; in the trash, how long it stays there. */
function CardTime({ item: { createdAt, deletedAt } }: Pick<CodeCardProps, 'item'>) {
  const className = 'text-xs leading-5 whitespace-nowrap text-muted-foreground';
  if (deletedAt) return <DaysLeft deletedAt={deletedAt} className={className} />;
  return <RelativeTime value={createdAt} className={className} />;
}
