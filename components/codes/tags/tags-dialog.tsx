'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useListAction } from '@/components/data/actions/use-list-action';
import { NameForm } from '@/components/data/name-form';
import { NamedRow } from '@/components/data/named-row';
import { Dialog, DialogContent } from '@/components/ui/overlay/dialog';
import { createTagAction, deleteTagAction, updateTagAction } from '@/lib/tags/actions';
import { TAG_NAME_MAX_CHARS } from '@/lib/tags/limits';
import type { TagItem } from '@/lib/tags/queries';
import { tagListOptions } from '@/lib/tags/query-options';
import { ColorChoice } from './color-choice';
import { TagDot } from './tag-dot';
import { useTags } from './use-tags';

const lists = [tagListOptions().queryKey];

export type TagsDialogProps = { open: boolean; onClose: () => void };

/** Makes, renames, colours and deletes the team's tags. */
export function TagsDialog({ open, onClose }: TagsDialogProps) {
  const t = useTranslations();
  const tags = useTags();
  return (
    <Dialog open={open} onOpenChange={(next) => !next && onClose()}>
      <DialogContent
        size="sm"
        title={t('organize.tags.manage')}
        description={t('organize.tags.manageText')}
        closeLabel={t('common.close')}
      >
        <TagForm />
        <ul aria-label={t('organize.tags.title')} className="mt-5 flex flex-col">
          {tags.map((tag) => (
            <li key={tag.id}>
              <TagRow tag={tag} />
            </li>
          ))}
          {tags.length === 0 && <li className="text-muted-foreground">{t('organize.tags.none')}</li>}
        </ul>
      </DialogContent>
    </Dialog>
  );
}

function TagRow({ tag }: { tag: TagItem }) {
  const t = useTranslations('organize.tags');
  const remove = useListAction({
    run: () => deleteTagAction({ tagId: tag.id }),
    lists,
    said: () => t('deleted', { name: tag.name }),
  });
  return (
    <NamedRow
      name={tag.name}
      fixed={!tag.canChange}
      appNames={tag.appNames}
      form={(close) => <TagForm tag={tag} onClose={close} />}
      deleteTitle={t('deleteTitle', { name: tag.name })}
      deleteText={t('deleteText')}
      onDelete={() => remove.mutate(undefined)}
      deleting={remove.isPending}
    >
      <span className="flex min-h-9 items-center gap-2.5">
        <TagDot color={tag.color} className="size-2.5" />
        <span className="truncate">{tag.name}</span>
      </span>
    </NamedRow>
  );
}

/** Without a tag it makes a new one. */
function TagForm({ tag, onClose }: { tag?: TagItem; onClose?: () => void }) {
  const t = useTranslations();
  const [color, setColor] = useState<TagItem['color']>(tag?.color ?? 'orange');
  return (
    <NameForm<unknown>
      label={t(tag ? 'organize.name' : 'organize.tags.new')}
      submitLabel={t(tag ? 'common.save' : 'common.create')}
      initial={tag?.name}
      maxChars={TAG_NAME_MAX_CHARS}
      lists={lists}
      run={(name) =>
        tag ? updateTagAction({ tagId: tag.id, values: { name, color } }) : createTagAction({ name, color })
      }
      onDone={() => onClose?.()}
      onCancel={onClose}
      autoFocus={Boolean(tag)}
    >
      <ColorChoice value={color} onChange={setColor} />
    </NameForm>
  );
}
