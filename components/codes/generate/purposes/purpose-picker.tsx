'use client';

import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useId } from 'react';
import { cn } from '@/components/ui/cn';
import type { Purpose } from '@/lib/purposes/purpose';
import { PurposeIcon } from './purpose-icon';
import { withPurpose } from './purpose-values';
import { useChange, usePurposes } from './use-purpose-form';

/** What the code is for, as the browser's own radio buttons, so that arrow keys move the choice. */
export function PurposePicker({ purpose, canManage }: { purpose: Purpose; canManage: boolean }) {
  const t = useTranslations('purposes.form');
  const change = useChange();
  const groupId = useId();
  // A hidden one is shown as long as a code that was made for it is repeated.
  const offered = usePurposes().filter(({ key, hidden }) => !hidden || key === purpose.key);
  return (
    <fieldset className="min-w-0">
      <legend className="sr-only">{t('purpose')}</legend>
      <div className="flex gap-2 overflow-x-auto p-0.5 max-sm:-mx-4 max-sm:px-4 sm:flex-wrap">
        {offered.map((one) => (
          <PurposeChip
            key={one.key}
            purpose={one}
            name={groupId}
            checked={one.key === purpose.key}
            onChoose={() => change((values) => withPurpose(purpose, one, values))}
          />
        ))}
        {canManage && (
          <Link
            href="/settings/purposes"
            className="inline-flex h-10 shrink-0 items-center rounded-full px-3 text-[0.8125rem] text-muted-foreground focus-ring hover:text-foreground max-md:h-11"
          >
            {t('manage')}
          </Link>
        )}
      </div>
    </fieldset>
  );
}

type ChipProps = { purpose: Purpose; name: string; checked: boolean; onChoose: () => void };

function PurposeChip({ purpose, name, checked, onChoose }: ChipProps) {
  return (
    <label
      title={purpose.summary}
      className={cn(
        'relative flex h-10 shrink-0 cursor-pointer items-center gap-2 rounded-full border border-border bg-surface px-4 text-[0.8125rem] shadow-xs transition-colors hover:border-input max-md:h-11',
        'has-checked:border-accent has-checked:bg-accent-subtle/60 has-checked:font-medium has-checked:shadow-[inset_0_0_0_1px_var(--accent)]',
      )}
    >
      <input
        type="radio"
        name={name}
        value={purpose.key}
        checked={checked}
        onChange={onChoose}
        className="peer absolute inset-0 cursor-pointer appearance-none rounded-full focus-ring"
      />
      <PurposeIcon
        purposeKey={purpose.key}
        className="size-4 text-muted-foreground peer-checked:text-accent-text"
      />
      {purpose.name}
    </label>
  );
}
