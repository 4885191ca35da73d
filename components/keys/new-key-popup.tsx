'use client';

import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { NewSecretDialog } from '@/components/data/secrets/new-secret-dialog';
import type { AppChoice } from '@/components/data/sight/sight-text';
import { createKeyAction } from '@/lib/keys/actions';
import { KeyForm } from './key-form';
import { ToldKey } from './told-key';

type NewKeyPopupProps = { trigger: ReactElement; apps: readonly AppChoice[] };

export function NewKeyPopup({ trigger, apps }: NewKeyPopupProps) {
  const t = useTranslations('apiKeys');
  return (
    <NewSecretDialog
      trigger={trigger}
      ask={{ title: t('form.new'), description: t('form.newText') }}
      made={{ title: t('made.title'), description: t('made.text') }}
      form={(onMade, close) => (
        <KeyForm
          apps={apps}
          submitLabel={t('form.submit')}
          save={(values) => createKeyAction({ days: null, ...values })}
          onSaved={(told) => told && onMade(told.key)}
          onCancel={close}
        />
      )}
      told={(key, close) => <ToldKey value={key} onDone={close} />}
    />
  );
}
