'use client';

import type { Route } from 'next';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { RecoveryCodes } from './recovery-codes';
import { SetUpForm } from './set-up-form';
import { useStart } from './use-start';

/** For who may do nothing else before the second step is on. `from` is where it leads then. */
export function FirstSetUp({ email, from }: { email: string; from: Route }) {
  const t = useTranslations('secondStep');
  const { data: started, mutate, isPending } = useStart();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  // A whole load: what the browser kept of the pages was made for somebody who might see none of them.
  if (codes)
    return (
      <>
        <p className="mb-4 text-pretty">{t('recovery.text')}</p>
        <RecoveryCodes codes={codes} email={email} onKept={() => window.location.replace(from)} />
      </>
    );
  if (started) return <SetUpForm key={started.secret} started={started} email={email} onDone={setCodes} />;
  return (
    <div className="flex flex-col gap-3">
      <Button pending={isPending} onClick={() => mutate()}>
        {t('required.start')}
      </Button>
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
