'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { PickList } from '@/components/data/pick-list';
import { Field } from '@/components/ui/form/field';
import { Segmented } from '@/components/ui/form/segmented';

/** A Mini Program that can be chosen. */
export type AppChoice = { id: string; name: string };

/** Ids of the Mini Programs that somebody sees; null for all, also of those that come later. */
export type Sight = string[] | null;

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

const NAMED = 2;

/** What somebody sees, as a few words; those that are gone are not counted. */
export function useSightText(apps: readonly AppChoice[]): (sight: Sight) => string {
  const t = useTranslations('members.sight');
  const format = useFormatter();
  return (sight) => {
    if (sight === null) return t('everything');
    const names = apps.filter(({ id }) => sight.includes(id)).map(({ name }) => name);
    if (names.length === 0) return t('nothing');
    const few = format.list(names.slice(0, NAMED), { style: 'narrow' });
    return names.length > NAMED ? t('more', { names: few, count: names.length - NAMED }) : few;
  };
}
