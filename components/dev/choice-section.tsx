'use client';

import { LayoutGrid, Rows3 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { PickList } from '@/components/data/pick-list';
import { TickBox } from '@/components/data/tick-box';
import { Checkbox } from '@/components/ui/form/checkbox';
import { ColorSwatch } from '@/components/ui/form/color-swatch';
import { Field } from '@/components/ui/form/field';
import { RadioCardGroup } from '@/components/ui/form/radio-card';
import { Segmented } from '@/components/ui/form/segmented';
import { Switch } from '@/components/ui/form/switch';
import { Section, Specimen } from './specimen';

const COLORS = ['#111111', '#1677ff', '#d9363e'];
const nothing = () => undefined;

/** What is chosen from, and what is ticked. */
export function ChoiceSection() {
  const t = useTranslations('common');
  return (
    <Section title="Choices">
      <Specimen name="Checkbox checked · indeterminate · disabled" row>
        <Checkbox aria-label={t('off')} />
        <Checkbox aria-label={t('on')} defaultChecked />
        <Checkbox aria-label={t('selectAll')} indeterminate checked={false} onCheckedChange={nothing} />
        <Checkbox aria-label={t('no')} disabled />
        <Checkbox aria-label={t('yes')} disabled defaultChecked />
        <TickBox aria-label={t('list.tick', { name: 'A01' })} checked onTick={nothing} />
      </Specimen>
      <Specimen name="Checkbox label description">
        <Checkbox label={t('selectAll')} description={t('error.text')} defaultChecked />
      </Specimen>
      <Specimen name="Switch checked · disabled" row>
        <Switch aria-label={t('off')} />
        <Switch aria-label={t('on')} defaultChecked />
        <Switch aria-label={t('no')} disabled />
        <Switch aria-label={t('yes')} disabled defaultChecked />
      </Specimen>
      <Specimen name="Switch label description">
        <Switch label={t('notifications')} description={t('error.text')} defaultChecked />
      </Specimen>
      <SegmentedSpecimens />
      <Specimen name="ColorSwatch" row>
        {COLORS.map((color) => (
          <ColorSwatch key={color} color={color} label={color} />
        ))}
        {COLORS.map((color, index) => (
          <ColorSwatch key={color} color={color} label={color} selected={index === 1} onSelect={nothing} />
        ))}
      </Specimen>
      <CardsSpecimen />
      <PickSpecimens />
    </Section>
  );
}

function SegmentedSpecimens() {
  const t = useTranslations('common');
  const [day, setDay] = useState<'today' | 'yesterday'>('today');
  const [view, setView] = useState<'cards' | 'table'>('cards');
  return (
    <Specimen name="Segmented · iconOnly" row>
      <Segmented
        aria-label={t('sort')}
        value={day}
        onValueChange={setDay}
        items={[
          { value: 'today', label: t('today') },
          { value: 'yesterday', label: t('yesterday') },
        ]}
      />
      <Segmented
        aria-label={t('view')}
        value={view}
        onValueChange={setView}
        iconOnly
        items={[
          { value: 'cards', label: t('open'), icon: <LayoutGrid aria-hidden /> },
          { value: 'table', label: t('details'), icon: <Rows3 aria-hidden /> },
        ]}
      />
    </Specimen>
  );
}

function CardsSpecimen() {
  const t = useTranslations('common');
  const [chosen, setChosen] = useState<'print' | 'export' | 'download'>('print');
  return (
    <Specimen name="RadioCardGroup · disabled" wide>
      <Field label={t('preview')} group>
        <RadioCardGroup
          className="sm:grid-cols-3"
          value={chosen}
          onValueChange={setChosen}
          items={[
            { value: 'print', title: t('print'), description: t('error.text'), icon: <LayoutGrid /> },
            {
              value: 'export',
              title: t('export'),
              description: t('error.text'),
              facts: t('list.shown', { count: 3 }),
            },
            { value: 'download', title: t('download'), description: t('failure.offline'), disabled: true },
          ]}
        />
      </Field>
    </Specimen>
  );
}

function PickSpecimens() {
  const t = useTranslations('common');
  const [chosen, setChosen] = useState(['print']);
  const items = (['print', 'export', 'download'] as const).map((id) => ({ id, label: t(id) }));
  const shared = { searchLabel: t('search'), items, maxChars: 30 };
  return (
    <>
      <Specimen name="PickList onCreate error">
        <PickList
          {...shared}
          label={t('add')}
          chosen={chosen}
          onToggle={(id, checked) =>
            setChosen(checked ? [...chosen, id] : chosen.filter((one) => one !== id))
          }
          onCreate={nothing}
          error={t('list.loadFailed')}
        />
      </Specimen>
      <Specimen name="PickList single">
        <PickList
          {...shared}
          label={t('open')}
          single
          chosen={chosen.slice(0, 1)}
          onToggle={(id) => setChosen([id])}
        />
      </Specimen>
    </>
  );
}
