import { useTranslations } from 'next-intl';
import { Checkbox } from '@/components/ui/form/checkbox';
import { Field } from '@/components/ui/form/field';
import type { WebhookEvent } from '@/lib/webhooks/limits';
import { useEventName } from './event-name';

type EventsFieldProps<Event extends WebhookEvent> = {
  /** Those that can be chosen. */
  events: readonly Event[];
  value: readonly Event[];
  onChange: (value: Event[]) => void;
  error: string | undefined;
};

export function EventsField<Event extends WebhookEvent>(props: EventsFieldProps<Event>) {
  const { events, value, onChange, error } = props;
  const t = useTranslations('webhooks.form');
  const nameOf = useEventName();
  const toggle = (one: Event, isOn: boolean) =>
    onChange(events.filter((each) => (each === one ? isOn : value.includes(each))));
  return (
    <Field group label={t('events')} error={error}>
      <div className="grid rounded-lg border border-border px-3 py-1.5 sm:grid-cols-2">
        {events.map((one) => (
          <Checkbox
            key={one}
            label={nameOf(one)}
            checked={value.includes(one)}
            onCheckedChange={(isOn) => toggle(one, isOn)}
          />
        ))}
      </div>
    </Field>
  );
}
