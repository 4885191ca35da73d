'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { useFormContext } from 'react-hook-form';
import { useErrorToast } from '@/components/data/actions/use-error-toast';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/overlay/popover';
import { toast } from '@/components/ui/overlay/toast';
import { outcomeOf } from '@/lib/actions/outcome';
import { adoptPresetAction } from '@/lib/batches/actions';
import { applyPreset } from '@/lib/batches/plan/apply-preset';
import { isRead } from '@/lib/batches/table/table';
import type { Preset, Draft } from '@/lib/batches/draft/draft-types';
import { toValues, type PlanValues } from '@/components/batches/draft/plan-values';
import { PresetRow } from './preset-row';
import { SavePreset } from './save-preset';

export type PresetsButtonProps = { draft: Draft; presets: Preset[] };

export type PresetsPopupProps = PresetsButtonProps & { trigger: ReactElement };

/** Opens at once: it is mounted by the click on its trigger. */
export function PresetsPopup({ draft, presets, trigger }: PresetsPopupProps) {
  const t = useTranslations('batches.presets');
  const common = useTranslations('common');
  const form = useFormContext<PlanValues>();

  const router = useRouter();
  const showError = useErrorToast();
  const columns = draft.columns.map(({ name }) => name);

  const applyHere = (preset: Preset) => {
    const { plan, missing } = applyPreset(preset, columns);
    form.reset(toValues(draft.miniProgram.id, plan));
    tell(preset, missing);
  };

  const apply = (preset: Preset) => {
    const { missing } = applyPreset(preset, columns);
    if (missing.length > 0 && isRead(draft.origin)) return void applyElsewhere(preset);
    applyHere(preset);
  };

  // Its columns may stand in another row than the one that was taken for the header: the server looks for them.
  const applyElsewhere = async (preset: Preset) => {
    try {
      const adopted = await outcomeOf(adoptPresetAction({ batchId: draft.id, presetId: preset.id }));
      if (!adopted?.isReread) return applyHere(preset);
      tell(preset, adopted.missing);
      // With other columns, the form begins anew.
      router.refresh();
    } catch (error) {
      showError(error);
    }
  };

  const tell = (preset: Preset, missing: string[]) => {
    if (missing.length === 0) return toast.success(t('applied', { name: preset.name }));
    toast.info(t('applied', { name: preset.name }), {
      description: t('missing', { names: missing.join(common('comma')) }),
    });
  };

  return (
    <Popover defaultOpen>
      <PopoverTrigger render={trigger} />
      <PopoverContent aria-label={t('title')} align="end" className="w-84 p-0">
        <div className="px-4 pt-4">
          <p className="font-semibold">{t('title')}</p>
          <p className="mt-0.5 text-[0.8125rem] leading-5 text-muted-foreground">{t('text')}</p>
        </div>
        <div className="mt-2 max-h-64 overflow-y-auto px-2 py-1">
          {presets.length === 0 && <p className="p-2 text-muted-foreground">{t('none')}</p>}
          <ul>
            {presets.map((preset) => (
              <li key={preset.id}>
                <PresetRow preset={preset} batchId={draft.id} onApply={() => apply(preset)} />
              </li>
            ))}
          </ul>
        </div>
        <SavePreset batchId={draft.id} />
      </PopoverContent>
    </Popover>
  );
}
