'use client';

import { Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { deletePresetAction } from '@/lib/batches/actions';
import type { Preset } from '@/lib/batches/draft-types';
import { usePresetAction } from './use-preset-action';

export type PresetRowProps = { preset: Preset; onApply: () => void };

/** Takes the preset over; deleting it asks in the same place. */
export function PresetRow({ preset: { id, name, createdBy }, onApply }: PresetRowProps) {
  const t = useTranslations();
  const [asking, setAsking] = useState(false);
  const remove = usePresetAction({
    run: () => deletePresetAction({ presetId: id }),
    said: () => t('batches.presets.deleted', { name }),
  });
  if (asking)
    return (
      <div className="flex flex-col gap-2 rounded-md bg-danger-subtle px-2.5 py-2.5">
        <p className="font-medium wrap-anywhere">{t('batches.presets.deleteTitle', { name })}</p>
        <p className="text-xs leading-5 text-muted-foreground">{t('batches.presets.deleteText')}</p>
        <div className="flex justify-end gap-2">
          <Button variant="secondary" size="sm" autoFocus onClick={() => setAsking(false)}>
            {t('common.cancel')}
          </Button>
          <Button variant="danger" size="sm" pending={remove.isPending} onClick={() => remove.mutate()}>
            {t('common.delete')}
          </Button>
        </div>
      </div>
    );
  return (
    <div className="flex items-center gap-1">
      <button
        type="button"
        aria-label={t('batches.presets.apply', { name })}
        onClick={onApply}
        className="flex min-h-9 min-w-0 flex-1 flex-col justify-center rounded-md px-2.5 py-1.5 text-start focus-ring hover:bg-muted max-md:min-h-11"
      >
        <span className="w-full truncate">{name}</span>
        {createdBy && <span className="text-xs leading-4 text-muted-foreground">{createdBy.name}</span>}
      </button>
      <IconButton
        label={t('batches.presets.delete', { name })}
        size="icon-sm"
        onClick={() => setAsking(true)}
      >
        <Trash2 aria-hidden />
      </IconButton>
    </div>
  );
}
