import { cn } from '@/components/ui/cn';
import type { TagItem } from '@/lib/tags/queries';

const COLORS = {
  gray: 'bg-tag-gray',
  red: 'bg-tag-red',
  orange: 'bg-tag-orange',
  yellow: 'bg-tag-yellow',
  green: 'bg-tag-green',
  teal: 'bg-tag-teal',
  blue: 'bg-tag-blue',
  purple: 'bg-tag-purple',
} satisfies Record<TagItem['color'], string>;

export type TagDotProps = { color: TagItem['color']; className?: string | undefined };

/** Says nothing by itself: the name stands beside it. */
export function TagDot({ color, className }: TagDotProps) {
  return <span aria-hidden className={cn('size-2 shrink-0 rounded-full', COLORS[color], className)} />;
}
