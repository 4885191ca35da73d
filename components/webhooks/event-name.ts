import { useTranslations } from 'next-intl';
import { WEBHOOK_EVENTS } from '@/lib/webhooks/limits';

/** What an event is called; a test and what another version knew stand as they are. */
export function useEventName(): (event: string) => string {
  const t = useTranslations('webhooks');
  return (event) => {
    const known = WEBHOOK_EVENTS.find((one) => one === event);
    return known ? t(`eventNames.${known}`) : event === 'test' ? t('log.test') : event;
  };
}
