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
import { useStart } from './use-start';

const SetUpDialog = lazy(() => import('./set-up-dialog').then((room) => ({ default: room.SetUpDialog })));
const ProofDialog = lazy(() => import('./proof-dialog').then((room) => ({ default: room.ProofDialog })));

/** With as few it is time for new ones. */
const FEW = 3;

type SecondStepCardProps = {
  email: string;
  secondStep: SecondStep;
  /** Whether everybody must have it. */
  isRequired: boolean;
};

export function SecondStepCard({ email, secondStep, isRequired }: SecondStepCardProps) {
  const t = useTranslations('secondStep');
  const { since } = secondStep;
  return (
    <Card>
      <CardHeader
        title={t('title')}
        description={t('description')}
        actions={since ? <Badge tone="success">{t('on')}</Badge> : <Badge>{t('off')}</Badge>}
      />
      <CardBody>
        {since ? <WhileOn {...{ email, secondStep, since, isRequired }} /> : <TurnOn email={email} />}
      </CardBody>
    </Card>
  );
}

function TurnOn({ email }: { email: string }) {
  const t = useTranslations('secondStep');
  const { data: started, mutate, isPending } = useStart();
  return (
    <>
      <Button variant="secondary" pending={isPending} onClick={() => mutate()}>
        {t('turnOn')}
      </Button>
      <OnceWanted when={started !== undefined}>
        {started && <SetUpDialog key={started.secret} started={started} email={email} />}
      </OnceWanted>
    </>
  );
}

function WhileOn({ email, secondStep, since, isRequired }: SecondStepCardProps & { since: Date }) {
  const t = useTranslations('secondStep');
  const [asked, setAsked] = useState<{ what: Proved; time: number } | null>(null);
  const ask = (what: Proved) => setAsked({ what, time: (asked?.time ?? 0) + 1 });
  const { recoveryCodesLeft: count } = secondStep;
  return (
    <div className="flex flex-col gap-5">
      {count <= FEW && <Alert tone="warning">{t('few', { count })}</Alert>}
      <p className="text-[0.8125rem] leading-5 text-muted-foreground">
        {t('since')} <DateTime value={since} format="date" /> · {t('left', { count })}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button variant="secondary" size="sm" onClick={() => ask('renew')}>
          {t('renew.button')}
        </Button>
        <Button variant="secondary" size="sm" onClick={() => ask('turnOff')}>
          {t('turnOff.button')}
        </Button>
      </div>
      <OnceWanted when={asked !== null}>
        {asked && <ProofDialog key={asked.time} what={asked.what} email={email} isRequired={isRequired} />}
      </OnceWanted>
    </div>
  );
}
