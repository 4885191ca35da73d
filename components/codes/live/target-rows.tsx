import { useTranslations } from 'next-intl';
import { DescriptionRow } from '@/components/ui/description-list';
import type { Target } from '@/lib/live/target';

type Shown = Pick<Target, 'page' | 'parameters' | 'isPaused' | 'message'>;

/** Where a scan leads, or what is said instead. */
export function TargetRows({ target: { page, parameters, isPaused, message } }: { target: Shown }) {
  const t = useTranslations('live.fields');
  const pairs = Object.entries(parameters);
  return (
    <>
      {isPaused && <DescriptionRow label={t('message')}>{message || t('noMessage')}</DescriptionRow>}
      <DescriptionRow label={t('page')} mono={page !== ''}>
        {page || t('pageStay')}
      </DescriptionRow>
      <DescriptionRow label={t('parameters')}>
        {pairs.length === 0 ? (
          <span className="text-muted-foreground">{t('none')}</span>
        ) : (
          <span className="flex flex-col font-mono text-[0.8125rem]">
            {pairs.map(([name, value]) => (
              <span key={name}>{`${name}=${value}`}</span>
            ))}
          </span>
        )}
      </DescriptionRow>
    </>
  );
}
