'use client';

import { useTranslations } from 'next-intl';
import { useState, type SyntheticEvent } from 'react';
import { errorOf } from '@/components/data/actions/error-of';
import { useReach } from '@/components/data/actions/use-reach';
import { SubmitActions } from '@/components/data/submit-actions';
import { Checkbox } from '@/components/ui/form/checkbox';
import { Field } from '@/components/ui/form/field';
import { Form } from '@/components/ui/form/form';
import { Input } from '@/components/ui/form/input';
import { RadioCardGroup } from '@/components/ui/form/radio-card';
import { Select } from '@/components/ui/form/select';
import { Textarea } from '@/components/ui/form/textarea';
import { SightField } from '@/components/data/sight/sight-field';
import type { AppChoice, Sight } from '@/components/data/sight/sight-text';
import type { ActionResult } from '@/lib/actions/outcome';
import {
  KEY_KINDS,
  KEY_NAME_MAX_CHARS,
  KEY_PERMISSIONS,
  kindOf,
  type KeyPermission,
} from '@/lib/keys/limits';

const DAYS = [30, 90, 365] as const;
const FOREVER = 'forever';
const UNCHANGED = 'unchanged';
const KINDS = ['maker', 'reader', 'chosen'] as const;

export type KeyValues = {
  name: string;
  permissions: KeyPermission[];
  appIds: Sight;
  addresses: string[];
  days?: number | null;
};

type KeyFormProps<Data> = {
  apps: readonly AppChoice[];
  /** What it is, for a key that there is. */
  known?: KeyValues | undefined;
  /** “Unchanged (…)”, for a key that there is. */
  unchanged?: string | undefined;
  submitLabel: string;
  save: (values: KeyValues) => Promise<ActionResult<Data>>;
  onSaved: (data: Data | undefined) => void;
  onCancel: () => void;
};

const NEW: KeyValues = { name: '', permissions: [...KEY_KINDS.maker], appIds: null, addresses: [] };

const linesOf = (text: string) =>
  text
    .split(/[\n,，;；]+/)
    .map((line) => line.trim())
    .filter(Boolean);

export function KeyForm<Data>(props: KeyFormProps<Data>) {
  const { apps, known = NEW, unchanged, submitLabel, save, onSaved, onCancel } = props;
  const t = useTranslations();
  const reach = useReach();
  const [name, setName] = useState(known.name);
  const [permissions, setPermissions] = useState(known.permissions);
  const [appIds, setAppIds] = useState(known.appIds);
  const [addresses, setAddresses] = useState(known.addresses.join('\n'));
  const [days, setDays] = useState(unchanged === undefined ? '90' : UNCHANGED);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [pending, setPending] = useState(false);

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    const missing = {
      ...(permissions.length === 0 && { permissions: t('apiKeys.form.permissionsNone') }),
      ...(appIds?.length === 0 && { appIds: t('members.sight.none') }),
    };
    setErrors(missing);
    if (Object.keys(missing).length > 0) return;
    setPending(true);
    const end = days === UNCHANGED ? {} : { days: days === FOREVER ? null : Number(days) };
    const values = { name, permissions, appIds, addresses: linesOf(addresses), ...end };
    const { data, serverError } = await reach(save(values));
    setPending(false);
    if (!serverError) return onSaved(data);
    const { fields, message } = serverError;
    setErrors(Object.keys(fields).length > 0 ? fields : { name: message });
  };
  const ends = [
    ...(unchanged === undefined ? [] : [{ value: UNCHANGED, label: unchanged }]),
    ...DAYS.map((count) => ({ value: String(count), label: t('apiKeys.form.forDays', { days: count }) })),
    { value: FOREVER, label: t('apiKeys.form.forever') },
  ];
  return (
    <Form onSubmit={submit} className="flex flex-col gap-5">
      <Field label={t('apiKeys.form.name')} error={errors.name}>
        <Input
          value={name}
          maxLength={KEY_NAME_MAX_CHARS}
          placeholder={t('apiKeys.form.namePlaceholder')}
          autoComplete="off"
          onChange={({ target }) => setName(target.value)}
        />
      </Field>
      <PermissionsField value={permissions} onChange={setPermissions} error={errors.permissions} />
      <SightField apps={apps} value={appIds} onChange={setAppIds} error={errorOf(errors, 'appIds')} />
      <Field label={t('apiKeys.form.days')} error={errors.days}>
        <Select items={ends} value={days} onValueChange={setDays} />
      </Field>
      <Field
        label={t('apiKeys.form.addresses')}
        optionalLabel={t('apiKeys.form.optional')}
        hint={t('apiKeys.form.addressesHint')}
        error={errorOf(errors, 'addresses')}
      >
        <Textarea
          value={addresses}
          rows={2}
          spellCheck={false}
          autoComplete="off"
          className="max-h-40"
          onChange={({ target }) => setAddresses(target.value)}
        />
      </Field>
      <SubmitActions submitLabel={submitLabel} pending={pending} onCancel={onCancel} />
    </Form>
  );
}

type PermissionsFieldProps = {
  value: KeyPermission[];
  onChange: (value: KeyPermission[]) => void;
  error: string | undefined;
};

function PermissionsField({ value, onChange, error }: PermissionsFieldProps) {
  const t = useTranslations('apiKeys');
  // What was chosen stays chosen, also when it comes to be what another kind has.
  const [kind, setKind] = useState(kindOf(value));
  const items = KINDS.map((one) => ({
    value: one,
    title: t(`kinds.${one}.title`),
    description: t(`kinds.${one}.text`),
  }));
  const toggle = (one: KeyPermission, isOn: boolean) =>
    onChange(KEY_PERMISSIONS.filter((each) => (each === one ? isOn : value.includes(each))));
  return (
    <>
      <Field group label={t('form.kind')} error={kind === 'chosen' ? undefined : error}>
        <RadioCardGroup
          items={items}
          value={kind}
          className="sm:grid-cols-3"
          onValueChange={(chosen) => {
            setKind(chosen);
            if (chosen !== 'chosen') onChange([...KEY_KINDS[chosen]]);
          }}
        />
      </Field>
      {kind === 'chosen' && (
        <Field group label={t('form.permissions')} error={error}>
          <div className="grid rounded-lg border border-border px-3 py-1.5 sm:grid-cols-2">
            {KEY_PERMISSIONS.map((one) => (
              <Checkbox
                key={one}
                label={t(`permissions.${one}`)}
                checked={value.includes(one)}
                onCheckedChange={(isOn) => toggle(one, isOn)}
              />
            ))}
          </div>
        </Field>
      )}
    </>
  );
}
