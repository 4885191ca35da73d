'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { NameForm } from '@/components/data/name-form';
import { Checkbox } from '@/components/ui/form/checkbox';
import { createViewAction } from '@/lib/views/actions';
import { VIEW_NAME_MAX_CHARS } from '@/lib/views/limits';
import { viewListOptions } from '@/lib/views/query-options';
import type { ViewsButtonProps } from './view-row';

type SaveViewProps = Pick<ViewsButtonProps, 'query' | 'canShare'> & { onSaved: () => void };

/** Keeps the present filters under a name. */
export function SaveView({ query, canShare, onSaved }: SaveViewProps) {
  const t = useTranslations();
  const [shared, setShared] = useState(false);
  return (
    <div className="border-t border-border p-4">
      <NameForm
        label={t('organize.views.saveCurrent')}
        submitLabel={t('common.save')}
        maxChars={VIEW_NAME_MAX_CHARS}
        lists={[viewListOptions().queryKey]}
        run={(name) => createViewAction({ name, query, shared })}
        said={(name) => t('organize.views.saved', { name })}
        onDone={onSaved}
      >
        {canShare && (
          <Checkbox label={t('organize.views.share')} checked={shared} onCheckedChange={setShared} />
        )}
      </NameForm>
    </div>
  );
}
