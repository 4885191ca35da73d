import { useFormatter, useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import type { AppSummary } from '@/lib/apps/queries';
import type { TokenEventSummary } from '@/lib/apps/token/token-events';

export type TokenEventsProps = { app: Pick<AppSummary, 'tokenMode'>; events: TokenEventSummary[] };

/** That another system ended a token which Suncode was still using: when, what it means and what to do. */
export function TokenEvents({ app, events }: TokenEventsProps) {
  const t = useTranslations('apps.tokenEvents');
  const format = useFormatter();
  const [latest, ...earlier] = events;
  if (!latest) return null;
  const timeOf = ({ at }: TokenEventSummary) =>
    format.dateTime(at, { month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit' });
  return (
    <Alert tone="warning" title={t(latest.kind, { time: timeOf(latest) })}>
      <p>{t(`${latest.kind}Cause`)}</p>
      <p>{t(`remedy.${app.tokenMode}`)}</p>
      {earlier.length > 0 && (
        <p className="mt-1 text-muted-foreground tabular-nums">
          {t('earlier', { times: format.list(earlier.map(timeOf)) })}
        </p>
      )}
    </Alert>
  );
}
