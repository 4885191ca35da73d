'use client';

import { useTranslations } from 'next-intl';
import { Checkbox } from '@/components/ui/form/checkbox';
import type { UnreleasedChoice } from './use-released';

/** How many codes are left out because only testers can open them, and the box that has them come too. */
export function UnreleasedField({ count, isIncluded, onChange }: UnreleasedChoice) {
  const t = useTranslations('exports.unreleased');
  return (
    <div className="rounded-lg bg-warning-subtle px-3 py-1.5">
      <Checkbox
        checked={isIncluded}
        onCheckedChange={onChange}
        label={t('include', { count })}
        description={t(isIncluded ? 'included' : 'leftOut')}
      />
    </div>
  );
}
