'use client';

import { useTranslations } from 'next-intl';
import { PickList } from '@/components/data/pick-list';
import { Field } from '@/components/ui/form/field';
import { Segmented } from '@/components/ui/form/segmented';
import type { AppChoice, Sight } from './sight-text';

const SEARCH_MAX_CHARS = 60;

type SightFieldProps = {
  apps: readonly AppChoice[];
  value: Sight;
  onChange: (value: Sight) => void;
  error?: string | undefined;
};

export function SightField({ apps, value, onChange, error }: SightFieldProps) {
  const t = useTranslations('members.sight');
  const chosen = value ?? [];
  const toggle = (id: string, checked: boolean) =>
    onChange(checked ? [...chosen, id] : chosen.filter((one) => one !== id));
  return (
    <div className="flex flex-col gap-3">
      <Field group label={t('label')} error={error}>
        <Segmented
          value={value === null ? 'all' : 'some'}
          onValueChange={(what) => onChange(what === 'all' ? null : [])}
          items={[
            { value: 'all', label: t('all') },
            { value: 'some', label: t('some') },
          ]}
        />
      </Field>
      {value !== null && (
        <div className="rounded-lg border border-border p-3">
          <PickList
            label={t('list')}
            searchLabel={t('search')}
            items={apps.map(({ id, name }) => ({ id, label: name }))}
            chosen={chosen}
            onToggle={toggle}
            maxChars={SEARCH_MAX_CHARS}
          />
        </div>
      )}
    </div>
  );
}
