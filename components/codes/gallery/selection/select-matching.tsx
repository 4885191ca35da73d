'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { useSelectMatching, type SelectMatchingProps } from './use-select-matching';

/** The step from the ticked rows to all that match. */
export function SelectMatching(props: SelectMatchingProps) {
  const t = useTranslations('bulk.selection');
  const { isMore, pending, select } = useSelectMatching(props);
  const { counted } = props;
  if (!isMore || !counted) return null;
  return (
    <Button variant="link" size="sm" className="px-1 max-md:min-h-11" pending={pending} onClick={select}>
      {t(counted.capped ? 'selectCapped' : 'selectMatching', { count: counted.count })}
    </Button>
  );
}
