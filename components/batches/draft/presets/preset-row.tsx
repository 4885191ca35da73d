'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { NameForm } from '@/components/data/name-form';
import { NamedRow } from '@/components/data/named-row';
import { Button } from '@/components/ui/button';
import { deletePresetAction, renamePresetAction, replacePresetAction } from '@/lib/batches/actions';
import type { Preset } from '@/lib/batches/draft/draft-types';
import { PRESET_NAME_MAX_CHARS } from '@/lib/batches/limits';
import { usePresetAction } from './use-preset-action';

export type PresetRowProps = { preset: Preset; batchId: string; onApply: () => void };

/** Takes the preset over; it is renamed, replaced and deleted in the same place. */
export function PresetRow({ preset, batchId, onApply }: PresetRowProps) {
  const t = useTranslations('batches.presets');
  const { id, name, createdBy } = preset;
  const remove = usePresetAction({
    run: () => deletePresetAction({ presetId: id }),
    said: () => t('deleted', { name }),
  });
  return (
    <NamedRow
      name={name}
      form={(close) => <ChangePreset preset={preset} batchId={batchId} onDone={close} />}
      deleteTitle={t('deleteTitle', { name })}
      deleteText={t('deleteText')}
      onDelete={() => remove.mutate()}
      deleting={remove.isPending}
    >
      <button
        type="button"
        aria-label={t('apply', { name })}
        onClick={onApply}
        className="flex min-h-9 w-full min-w-0 flex-col justify-center rounded-md px-2.5 py-1.5 text-start focus-ring hover:bg-muted max-md:min-h-11"
      >
        <span className="w-full truncate">{name}</span>
        {createdBy && <span className="text-xs leading-4 text-muted-foreground">{createdBy.name}</span>}
      </button>
    </NamedRow>
  );
}

type ChangePresetProps = Omit<PresetRowProps, 'onApply'> & { onDone: () => void };

function ChangePreset({ preset: { id, name }, batchId, onDone }: ChangePresetProps) {
  const t = useTranslations();
  const router = useRouter();
  const replace = usePresetAction({
    run: () => replacePresetAction({ presetId: id, batchId }),
    said: () => t('batches.presets.replaced', { name }),
    onDone,
  });
  return (
    <div className="flex flex-col gap-2.5">
      <NameForm
        label={t('batches.presets.name')}
        submitLabel={t('common.save')}
        initial={name}
        maxChars={PRESET_NAME_MAX_CHARS}
        lists={[]}
        run={(newName) => renamePresetAction({ presetId: id, name: newName })}
        said={(newName) => t('batches.presets.renamed', { name: newName })}
        onDone={() => {
          onDone();
          router.refresh();
        }}
        onCancel={onDone}
        autoFocus
      />
      <Button variant="ghost" size="sm" pending={replace.isPending} onClick={() => replace.mutate()}>
        {t('batches.presets.replace')}
      </Button>
    </div>
  );
}
