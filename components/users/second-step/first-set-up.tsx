'use client';

import type { Route } from 'next';
import { useTranslations } from 'next-intl';
import { lazy, useState } from 'react';
import { Button } from '@/components/ui/button';
import { OnceWanted } from '@/components/ui/overlay/once-wanted';
import type { Prover } from './proof-form';
import { RecoveryCodes } from './recovery-codes';
import { SetUpForm } from './set-up-form';
import { useStart } from './use-start';

const AddPasskey = lazy(() =>
  import('../passkeys/add-passkey').then((room) => ({ default: room.AddPasskey })),
);

type FirstSetUpProps = { prover: Prover; from: Route; deviceName: string | null };

/** For who may do nothing else before the second step is on. `from` is where it leads then. */
export function FirstSetUp({ prover, from, deviceName }: FirstSetUpProps) {
  const { email, asksPassword, origin } = prover;
  const t = useTranslations('secondStep');
  const { data: started, mutate, isPending } = useStart();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [byPasskey, setByPasskey] = useState(false);
  // A whole load: what the browser kept of the pages was made for somebody who might see none of them.
  if (codes)
    return (
      <>
        <p className="mb-4 text-pretty">{t('recovery.text')}</p>
        <RecoveryCodes codes={codes} email={email} onKept={() => window.location.replace(from)} />
      </>
    );
  if (started)
    return (
      <SetUpForm
        key={started.secret}
        started={started}
        email={email}
        asksPassword={asksPassword}
        onDone={setCodes}
      />
    );
  if (byPasskey && origin !== null)
    return (
      <OnceWanted when>
        <AddPasskey
          prover={prover}
          origin={origin}
          deviceName={deviceName}
          onCancel={() => setByPasskey(false)}
          onDone={(given) => setCodes(given ?? [])}
        />
      </OnceWanted>
    );
  return (
    <div className="flex flex-col gap-3">
      <Button pending={isPending} onClick={() => mutate()}>
        {t('required.start')}
      </Button>
      {origin !== null && (
        <Button variant="secondary" onClick={() => setByPasskey(true)}>
          {t('required.passkey')}
        </Button>
      )}
      <Button variant="ghost" onClick={() => void leave()}>
        {t('required.signOut')}
      </Button>
    </div>
  );
}

async function leave(): Promise<void> {
  const { signOut } = await import('next-auth/react');
  await signOut({ callbackUrl: '/sign-in' });
}
