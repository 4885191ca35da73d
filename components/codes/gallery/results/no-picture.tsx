'use client';

import { CircleAlert } from 'lucide-react';
import type { CodeItem } from '@/lib/codes/find/query-options';
import { cn } from '@/components/ui/cn';
import { Spinner } from '@/components/ui/spinner';
import { StatusBadge } from './code-badges';
import { isWorking } from './code-text';
import { useFailureText } from './use-failure-text';

type NoPictureProps = {
  item: CodeItem;
  compact?: boolean | undefined;
  className?: string | undefined;
};

/** In place of a picture that is being made, or could not be. */
export function NoPicture({ item, compact, className }: NoPictureProps) {
  const failureText = useFailureText();
  const working = isWorking(item);
  return (
    <div
      title={working ? undefined : failureText(item)}
      className={cn(
        'flex aspect-square flex-col items-center justify-center gap-2 text-center text-xs',
        working ? 'shimmer text-muted-foreground' : 'bg-danger-subtle text-danger-text',
        className,
      )}
    >
      {working ? <Spinner /> : <CircleAlert aria-hidden className="size-5" />}
      {!compact && <StatusBadge status={item.status} />}
      {!compact && !working && <span className="line-clamp-3 px-2 text-pretty">{failureText(item)}</span>}
    </div>
  );
}
