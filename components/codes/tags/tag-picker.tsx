'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useListAction } from '@/components/data/actions/use-list-action';
import { PickList } from '@/components/data/pick-list';
import { createTagAction } from '@/lib/tags/actions';
import { TAG_COLORS, TAG_NAME_MAX_CHARS } from '@/lib/tags/limits';
import { tagListOptions } from '@/lib/tags/query-options';
import { TagDot } from './tag-dot';
import { useTags } from './use-tags';

export type TagPickerProps = {
  chosen: readonly string[];
  onChange: (tagIds: string[]) => void;
  /** Offers to make a tag that is not there yet. */
  canCreate?: boolean | undefined;
};

/** Any number of tags; for the inside of a popover or dialog. */
export function TagPicker({ chosen, onChange, canCreate }: TagPickerProps) {
  const t = useTranslations('organize.tags');
  const tags = useTags();
  const [error, setError] = useState<string>();
  const create = useListAction({
    // The colours take turns, so that two new tags seldom look alike.
    run: (name: string) =>
      createTagAction({ name, color: TAG_COLORS[(tags.length + 1) % TAG_COLORS.length] ?? 'gray' }),
    lists: [tagListOptions().queryKey],
    onDone: (id) => id && onChange([...chosen, id]),
    onRefused: (detail) => setError(detail.fields.name ?? detail.message),
  });
  const onCreate = (name: string) => {
    setError(undefined);
    create.mutate(name);
  };
  return (
    <PickList
      label={t('title')}
      searchLabel={t(canCreate ? 'searchOrCreate' : 'search')}
      items={tags.map(({ id, name, color }) => ({ id, label: name, icon: <TagDot color={color} /> }))}
      chosen={chosen}
      onToggle={(id, checked) => onChange(checked ? [...chosen, id] : chosen.filter((other) => other !== id))}
      maxChars={TAG_NAME_MAX_CHARS}
      onCreate={canCreate ? onCreate : undefined}
      error={error}
    />
  );
}
