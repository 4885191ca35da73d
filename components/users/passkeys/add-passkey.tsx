'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { MakeOptions } from '@/components/data/sign-in/passkey-prompt';
import { startPasskeyAction } from '@/lib/users/passkeys/actions';
import { ProofForm, type Prover } from '../second-step/proof-form';
import { MakePasskey } from './make-passkey';

export type AddPasskeyProps = {
  prover: Prover;
  origin: string;
  deviceName: string | null;
  /** Gets recovery codes where the second step was off. */
  onDone: (recoveryCodes: readonly string[] | null) => void;
  onCancel: () => void;
};

/** A proof of who asks, and the browser's own dialog. */
export function AddPasskey({ prover, origin, deviceName, onDone, onCancel }: AddPasskeyProps) {
  const t = useTranslations('secondStep.passkeys');
  const [options, setOptions] = useState<MakeOptions | null>(null);
  if (options)
    return <MakePasskey options={options} origin={origin} deviceName={deviceName} onDone={onDone} />;
  return (
    <ProofForm<MakeOptions>
      prover={prover}
      submitLabel={t('addSubmit')}
      send={startPasskeyAction}
      onDone={(data) => data && setOptions(data)}
      onCancel={onCancel}
    />
  );
}
