'use client';

import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import { TagDot } from './tag-dot';
import { useTags } from './use-tags';

export type TagListProps = {
  tagIds: readonly string[];
  /** As many are shown; the rest is a number with their names as its tooltip. */
  max?: number | undefined;
  className?: string | undefined;
};

const chip =
  'inline-flex h-5 min-w-0 items-center gap-1.5 rounded-full border border-border px-2 text-xs text-muted-foreground';

/** The tags of a code. An id whose tag was deleted means nothing and is left out. */
export function TagList(props: TagListProps) {
  // Most codes have none: a card of a gallery that asks for the team's tags all the same is a card that wakes later.
  return props.tagIds.length > 0 && <Tags {...props} />;
}

function Tags({ tagIds, max = Infinity, className }: TagListProps) {
  const t = useTranslations('organize.tags');
  const common = useTranslations('common');
  const tags = useTags().filter(({ id }) => tagIds.includes(id));
  if (tags.length === 0) return null;
  const rest = tags.slice(max);
  return (
    <ul aria-label={t('title')} className={cn('flex min-w-0 flex-wrap gap-1', className)}>
      {tags.slice(0, max).map(({ id, name, color }) => (
        <li key={id} className={cn(chip, 'max-w-full')}>
          <TagDot color={color} />
          <span className="truncate">{name}</span>
        </li>
      ))}
      {rest.length > 0 && (
        <li className={chip} title={rest.map(({ name }) => name).join(common('comma'))}>
          +{rest.length}
        </li>
      )}
    </ul>
  );
}
