'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { BulkDialogProps } from '@/components/codes/bulk/use-bulk-actions';
import { TagPicker } from '@/components/codes/tags/tag-picker';
import { Segmented } from '@/components/ui/form/segmented';
import { BULK_TAGS_MAX } from '@/lib/bulk/kinds';
import { PickDialog } from './pick-dialog';

type Mode = 'add' | 'remove';
type Choice = { asking: BulkDialogProps['asking']; mode: Mode; tagIds: string[] };

/** Adds tags to codes, or takes them off. */
export function TagDialog({ asking, ...dialog }: BulkDialogProps) {
  const t = useTranslations('bulk.tags');
  const [choice, setChoice] = useState<Choice>({ asking, mode: 'add', tagIds: [] });
  // Another opening begins with nothing chosen.
  const { mode, tagIds } = choice.asking === asking ? choice : { mode: 'add' as const, tagIds: [] };
  const { scope, count } = asking.target;
  const kind = mode === 'add' ? 'addTags' : 'removeTags';
  const change = (next: Partial<Choice>) => setChoice({ asking, mode, tagIds, ...next });
  return (
    <PickDialog
      {...dialog}
      title={t('title', { count })}
      count={count}
      confirmLabel={t(mode === 'add' ? 'confirmAdd' : 'confirmRemove', { tags: tagIds.length })}
      locked={tagIds.length === 0}
      onConfirm={() => dialog.actions.start({ kind, values: { tagIds }, scope })}
    >
      <div className="flex flex-col gap-3">
        <Segmented
          aria-label={t('mode')}
          value={mode}
          onValueChange={(value) => change({ mode: value, tagIds: [] })}
          items={[
            { value: 'add', label: t('add') },
            { value: 'remove', label: t('remove') },
          ]}
          className="self-start"
        />
        <TagPicker
          canCreate={mode === 'add'}
          chosen={tagIds}
          onChange={(ids) => change({ tagIds: ids.slice(0, BULK_TAGS_MAX) })}
        />
      </div>
    </PickDialog>
  );
}
