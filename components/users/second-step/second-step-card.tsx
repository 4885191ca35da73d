'use client';

import { useTranslations } from 'next-intl';
import { lazy, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { OnceWanted } from '@/components/ui/overlay/once-wanted';
import type { SecondStep } from '@/lib/users/second-step/queries';
import type { Proved } from './proof-dialog';
import type { Prover } from './proof-form';
import { useStart } from './use-start';

const SetUpDialog = lazy(() => import('./set-up-dialog').then((room) => ({ default: room.SetUpDialog })));
const ProofDialog = lazy(() => import('./proof-dialog').then((room) => ({ default: room.ProofDialog })));

/** With as few it is time for new ones. */
const FEW = 3;

type SecondStepCardProps = {
  prover: Prover;
  secondStep: SecondStep;
  /** Whether everybody must have it. */
  isRequired: boolean;
};

export function SecondStepCard({ prover, secondStep, isRequired }: SecondStepCardProps) {
  const t = useTranslations('secondStep');
  const isOn = prover.hasApp || prover.hasPasskeys;
  return (
    <Card>
      <CardHeader
        title={t('title')}
        description={t('description')}
        actions={isOn ? <Badge tone="success">{t('on')}</Badge> : <Badge>{t('off')}</Badge>}
      />
      <CardBody className="flex flex-col gap-5">
        {isOn && <State {...secondStep} />}
        <div className="flex flex-wrap gap-2">
          {!prover.hasApp && <TurnOn prover={prover} />}
          {isOn && <WhileOn prover={prover} isRequired={isRequired} />}
        </div>
      </CardBody>
    </Card>
  );
}

function State({ since, recoveryCodesLeft: count }: SecondStep) {
  const t = useTranslations('secondStep');
  return (
    <>
      {count <= FEW && <Alert tone="warning">{t('few', { count })}</Alert>}
      <p className="text-[0.8125rem] leading-5 text-muted-foreground">
        {since ? (
          <>
            {t('since')} <DateTime value={since} format="date" />
          </>
        ) : (
          t('noApp')
        )}
        {' · '}
        {t('left', { count })}
      </p>
    </>
  );
}

function TurnOn({ prover }: { prover: Prover }) {
  const t = useTranslations('secondStep');
  const { data: started, mutate, isPending } = useStart();
  const [proofAsked, setProofAsked] = useState(0);
  if (prover.hasPasskeys)
    return (
      <>
        <Button variant="secondary" size="sm" onClick={() => setProofAsked(proofAsked + 1)}>
          {t('addApp')}
        </Button>
        <OnceWanted when={proofAsked > 0}>
          <SetUpDialog key={proofAsked} started={null} prover={prover} />
        </OnceWanted>
      </>
    );
  return (
    <>
      <Button variant="secondary" pending={isPending} onClick={() => mutate()}>
        {t('turnOn')}
      </Button>
      <OnceWanted when={started !== undefined}>
        {started && <SetUpDialog key={started.secret} started={started} prover={prover} />}
      </OnceWanted>
    </>
  );
}

function WhileOn({ prover, isRequired }: Omit<SecondStepCardProps, 'secondStep'>) {
  const t = useTranslations('secondStep');
  const [asked, setAsked] = useState<{ what: Proved; time: number } | null>(null);
  const ask = (what: Proved) => setAsked({ what, time: (asked?.time ?? 0) + 1 });
  return (
    <>
      <Button variant="secondary" size="sm" onClick={() => ask('renew')}>
        {t('renew.button')}
      </Button>
      {prover.hasApp && (
        <Button variant="secondary" size="sm" onClick={() => ask('turnOff')}>
          {t(prover.hasPasskeys ? 'turnOff.buttonPasskeys' : 'turnOff.button')}
        </Button>
      )}
      <OnceWanted when={asked !== null}>
        {asked && <ProofDialog key={asked.time} what={asked.what} prover={prover} isRequired={isRequired} />}
      </OnceWanted>
    </>
  );
}
