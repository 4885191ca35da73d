'use client';

import { Users } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useState } from 'react';
import { useListAction } from '@/components/data/actions/use-list-action';
import { NameForm } from '@/components/data/name-form';
import { NamedRow } from '@/components/data/named-row';
import { KeptTo } from '@/components/data/sight/kept-to';
import { Checkbox } from '@/components/ui/form/checkbox';
import { deleteViewAction, updateViewAction } from '@/lib/views/actions';
import { VIEW_NAME_MAX_CHARS } from '@/lib/views/limits';
import type { SavedViewItem } from '@/lib/views/queries';
import { viewListOptions } from '@/lib/views/query-options';

export type ViewsButtonProps = {
  /** The present filters, as a query string. */
  query: string;
  viewer: { id: string; isAdmin: boolean };
  canShare: boolean;
};

const lists = [viewListOptions().queryKey];

export type ViewRowProps = ViewsButtonProps & { view: SavedViewItem; onUse: () => void };

/** Opens the view; its owner and administrators change it in the same place. */
export function ViewRow(props: ViewRowProps) {
  const { view, viewer } = props;
  const t = useTranslations('organize.views');
  const remove = useListAction({
    run: () => deleteViewAction({ viewId: view.id }),
    lists,
    said: () => t('deleted', { name: view.name }),
  });
  if (view.owner.id !== viewer.id && !viewer.isAdmin) return <ViewLink {...props} />;
  return (
    <NamedRow
      name={view.name}
      form={(close) => <ViewForm {...props} onClose={close} />}
      deleteTitle={t('deleteTitle', { name: view.name })}
      deleteText={t('deleteText')}
      onDelete={() => remove.mutate(undefined)}
      deleting={remove.isPending}
    >
      <ViewLink {...props} />
    </NamedRow>
  );
}

function ViewLink({ view, viewer, onUse }: ViewRowProps) {
  const t = useTranslations('organize.views');
  const own = view.owner.id === viewer.id;
  return (
    <Link
      href={`/codes?${view.query}`}
      onClick={onUse}
      className="flex min-h-9 min-w-0 items-center gap-2 rounded-md px-2 py-1 focus-ring hover:bg-muted max-md:min-h-11"
    >
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="truncate">{view.name}</span>
        {!own && (
          <span className="truncate text-xs leading-4 text-muted-foreground">
            {t('by', { name: view.owner.name })}
          </span>
        )}
        <KeptTo appNames={view.appNames} />
      </span>
      {own && view.shared && (
        <span className="flex items-center gap-1 text-xs text-muted-foreground">
          <Users aria-hidden className="size-3.5" />
          {t('shared')}
        </span>
      )}
    </Link>
  );
}

function ViewForm({ view, query, canShare, onClose }: ViewRowProps & { onClose: () => void }) {
  const t = useTranslations();
  const [shared, setShared] = useState(view.shared);
  const [replaced, setReplaced] = useState(false);
  return (
    <NameForm
      label={t('organize.name')}
      submitLabel={t('common.save')}
      initial={view.name}
      maxChars={VIEW_NAME_MAX_CHARS}
      lists={lists}
      run={(name) =>
        updateViewAction({
          viewId: view.id,
          values: { name, shared, query: replaced ? query : view.query },
        })
      }
      onDone={onClose}
      onCancel={onClose}
      autoFocus
    >
      <div className="flex flex-col">
        {canShare && (
          <Checkbox label={t('organize.views.share')} checked={shared} onCheckedChange={setShared} />
        )}
        {query !== view.query && (
          <Checkbox label={t('organize.views.replace')} checked={replaced} onCheckedChange={setReplaced} />
        )}
      </div>
    </NameForm>
  );
}
