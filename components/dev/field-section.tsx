'use client';

import { Search, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { DateInput } from '@/components/data/date-input/date-input';
import { TokenInput } from '@/components/data/token-input';
import { IconButton } from '@/components/ui/icon-button';
import { ColorInput } from '@/components/ui/form/color-input';
import { Field } from '@/components/ui/form/field';
import { FormError } from '@/components/ui/form/form-error';
import { FormErrorSummary } from '@/components/ui/form/form-error-summary';
import { Input } from '@/components/ui/form/input';
import { NumberInput } from '@/components/ui/form/number-input';
import { Select } from '@/components/ui/form/select';
import { Textarea } from '@/components/ui/form/textarea';
import { Section, Specimen } from './specimen';

const WITH_ERROR = 'dev-ui-error';

/** A field, its notes and what is typed into. */
export function FieldSection() {
  const t = useTranslations('common');
  const [pattern, setPattern] = useState('{name}');
  const items = ['download', 'print', 'export'] as const;
  const options = items.map((value) => ({ value, label: t(value) }));
  return (
    <Section title="Fields">
      <Specimen name="Field required hint counter">
        <Field label={t('details')} required hint={t('error.text')} counter="12 / 32">
          <Input defaultValue="store=A01" required />
        </Field>
      </Specimen>
      <Specimen name="Field optionalLabel warning">
        <Field label={t('details')} optionalLabel={t('optional')} warning={t('failure.offline')}>
          <Input placeholder={t('search')} />
        </Field>
      </Specimen>
      <Specimen name="Field error">
        <Field controlId={WITH_ERROR} label={t('details')} hint={t('optional')} error={t('failure.unloaded')}>
          <Input defaultValue="店=一" />
        </Field>
      </Specimen>
      <Specimen name="Input disabled · readOnly">
        <div className="grid grid-cols-2 gap-3">
          <Input aria-label={t('off')} defaultValue="wx0123456789abcdef" disabled />
          <Input aria-label={t('view')} defaultValue="wx0123456789abcdef" readOnly />
        </div>
      </Specimen>
      <Specimen name='Input icon end · size="sm"'>
        <div className="grid grid-cols-2 gap-3">
          <Input
            aria-label={t('search')}
            defaultValue="A01"
            icon={<Search aria-hidden />}
            end={
              <IconButton label={t('clear')} size="icon-sm">
                <X aria-hidden />
              </IconButton>
            }
          />
          <Input aria-label={t('filter')} size="sm" placeholder={t('filter')} />
        </div>
      </Specimen>
      <Specimen name="Textarea">
        <Field label={t('details')} labelHidden>
          <Textarea defaultValue={t('error.text')} />
        </Field>
      </Specimen>
      <NumberSpecimen />
      <Specimen name="DateInput">
        <DateSpecimen />
      </Specimen>
      <ColorSpecimen />
      <Specimen name="Select · placeholder · disabled">
        <div className="grid grid-cols-3 gap-3">
          <Select aria-label={t('sort')} items={options} defaultValue="print" />
          <Select aria-label={t('open')} items={options} placeholder={t('none')} />
          <Select aria-label={t('off')} items={options} defaultValue="print" disabled size="sm" />
        </div>
      </Specimen>
      <Specimen name="TokenInput" wide>
        <TokenInput
          label={t('rename')}
          value={pattern}
          onValueChange={setPattern}
          tokensLabel={t('add')}
          tokens={items.map((name) => ({ text: `{${name}}`, label: t(name), spoken: t(name) }))}
          maxLength={60}
        />
      </Specimen>
      <Specimen name="FormErrorSummary">
        <FormErrorSummary
          title={t('error.title')}
          errors={[
            { fieldId: WITH_ERROR, message: t('failure.unloaded') },
            { message: t('failure.offline') },
          ]}
        />
      </Specimen>
      <Specimen name="FormError">
        <FormError error={{ message: t('failure.unreachable') }} />
        <FormError error={{ message: t('failure.fault', { requestId: '—' }), type: 'UNAUTHENTICATED' }} />
      </Specimen>
    </Section>
  );
}

function DateSpecimen() {
  const t = useTranslations('common');
  const [day, setDay] = useState('2026-03-08');
  return (
    <div className="grid grid-cols-2 gap-3">
      <DateInput label={t('date.today')} value={day} onValueChange={setDay} />
      <DateInput label={t('optional')} value="" onValueChange={setDay} />
    </div>
  );
}

function NumberSpecimen() {
  const t = useTranslations('common');
  const [number, setNumber] = useState<number | null>(430);
  const steps = { decreaseLabel: t('decrease'), increaseLabel: t('increase') };
  return (
    <Specimen name="NumberInput unit · disabled">
      <div className="grid grid-cols-2 gap-3">
        <Field label="px" labelHidden>
          <NumberInput value={number} onValueChange={setNumber} min={280} max={1280} unit="px" {...steps} />
        </Field>
        <Field label="cm" labelHidden>
          <NumberInput value={null} onValueChange={setNumber} disabled unit="cm" {...steps} />
        </Field>
      </div>
    </Specimen>
  );
}

function ColorSpecimen() {
  const t = useTranslations('common');
  const [color, setColor] = useState('#0f5c4a');
  return (
    <Specimen name="ColorInput">
      <Field label={t('details')}>
        <ColorInput value={color} onValueChange={setColor} pickLabel={t('open')} />
      </Field>
    </Specimen>
  );
}
