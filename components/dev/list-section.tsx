'use client';

import { Ellipsis, Package } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useForm, useWatch } from 'react-hook-form';
import { EventLines } from '@/components/data/history/event-lines';
import { NameForm } from '@/components/data/name-form';
import { NamedRow } from '@/components/data/named-row';
import { PrintStateBadge } from '@/components/data/print-state-badge';
import { SelectionDock } from '@/components/data/selection-dock';
import { CodeField } from '@/components/data/sign-in/code-field';
import { NewPasswordField } from '@/components/data/sign-in/new-password-field';
import { OrLine } from '@/components/data/sign-in/or-line';
import { useTicks } from '@/components/data/use-ticks';
import { CoverPicture } from '@/components/data/work-list/cover-picture';
import { ListHead } from '@/components/data/work-list/list-head';
import { TickBar } from '@/components/data/work-list/tick-bar';
import { useListAddress } from '@/components/data/work-list/use-list-address';
import { NameCell, nameLink, WorkRow, WorkTable } from '@/components/data/work-list/work-table';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import type { AuditItem } from '@/lib/audit/audit-types';
import { ALL_APPS } from '@/lib/apps/all-apps';
import { PRINT_STATES } from '@/lib/print/records/record-types';
import { Section, Specimen } from './specimen';

const ROWS = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
const nothing = () => undefined;
const EVENT: AuditItem = {
  ...{
    id: 'a',
    at: '2026-11-26T08:00:00Z',
    action: 'code.update',
    address: null,
    target: null,
    details: null,
  },
  actor: { kind: 'user', name: 'Ada' },
  changes: { name: { from: 'A01', to: 'A02' }, note: { from: null, to: 'store=A02' } },
};

/** Lists that are worked in. */
export function ListSection() {
  const t = useTranslations('common');
  return (
    <Section title="Lists">
      <WorkSpecimen />
      <Specimen name="SelectionDock" wide>
        {/* It is fixed to the window; a container of its own keeps it here. */}
        <div className="relative h-24 transform-gpu">
          <SelectionDock aria-label={t('list.ticked', { count: 3 })}>
            <p className="font-medium">{t('list.ticked', { count: 3 })}</p>
            <Button size="sm">{t('export')}</Button>
          </SelectionDock>
        </div>
      </Specimen>
      <Specimen name="NamedRow">
        {['A01', 'B02'].map((name) => (
          <NamedRow
            key={name}
            name={name}
            fixed={name === 'B02'}
            appNames={['A01']}
            form={(close) => (
              <NameForm
                label={t('rename')}
                submitLabel={t('save')}
                initial={name}
                maxChars={30}
                run={async () => ({})}
                lists={[]}
                onDone={close}
                onCancel={close}
              />
            )}
            deleteTitle={t('delete')}
            deleteText={t('error.text')}
            onDelete={nothing}
            deleting={false}
          >
            {name}
          </NamedRow>
        ))}
      </Specimen>
      <PasswordSpecimen />
      <Specimen name="PrintStateBadge">
        <div className="flex flex-wrap gap-2">
          {PRINT_STATES.map((state) => (
            <PrintStateBadge key={state} state={state} />
          ))}
        </div>
      </Specimen>
      <Specimen name="EventLines">
        <EventLines item={EVENT} />
      </Specimen>
    </Section>
  );
}

function PasswordSpecimen() {
  const { register, control } = useForm({ defaultValues: { password: '', code: '' } });
  const password = useWatch({ control, name: 'password' });
  const t = useTranslations('auth');
  return (
    <Specimen name="NewPasswordField · CodeField · OrLine">
      <NewPasswordField
        label={t('password')}
        field={register('password')}
        error={undefined}
        password={password}
        owner={{ name: 'Ada', email: 'ada@example.com' }}
      />
      <CodeField field={register('code')} error={undefined} onSwitch={nothing} />
      <OrLine />
    </Specimen>
  );
}

function WorkSpecimen() {
  const t = useTranslations('common');
  const address = useListAddress(['today', 'yesterday'], ALL_APPS);
  const ticks = useTicks(ROWS, 'dev');
  return (
    <Specimen name="ListHead · WorkTable · WorkRow · NameCell · TickBar" wide>
      <ListHead
        tabs={[
          { value: 'today', label: t('today'), count: 3 },
          { value: 'yesterday', label: t('yesterday'), count: 1234 },
        ]}
        tabsLabel={t('filter')}
        address={address}
        searchLabel={t('search')}
        clearLabel={t('clear')}
      />
      <WorkTable label={t('details')} ticks={ticks} heads={[{ key: 'name', label: t('details') }]}>
        {ROWS.map(({ id }) => (
          <WorkRow
            key={id}
            id={id}
            name={id}
            ticks={ticks}
            canTick
            cover={<CoverPicture covers={[]} icon={<Package aria-hidden />} isMany />}
            actions={
              <IconButton label={`${t('more')} ${id}`} size="icon-sm">
                <Ellipsis aria-hidden />
              </IconButton>
            }
          >
            <NameCell second={t('yesterday')} phone={t('yesterday')}>
              <a href="#main" data-row-link className={nameLink}>
                {t('details')} {id}
              </a>
            </NameCell>
          </WorkRow>
        ))}
      </WorkTable>
      <TickBar ticks={ticks} removeLabel={t('delete')} pending={false} onRemove={ticks.clear} />
    </Specimen>
  );
}
