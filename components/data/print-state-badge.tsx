import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import type { PRINT_STATES } from '@/lib/print/records/record-types';

const TONES = { made: 'neutral', sent: 'info', placed: 'success', retired: 'outline' } as const;

export function PrintStateBadge({ state }: { state: (typeof PRINT_STATES)[number] }) {
  const t = useTranslations('prints.states');
  return (
    <Badge dot tone={TONES[state]}>
      {t(state)}
    </Badge>
  );
}
