'use client';

import { useTranslations } from 'next-intl';
import { lazy, useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { OnceWanted } from '@/components/ui/overlay/once-wanted';
import { RelativeTime } from '@/components/ui/relative-time';
import type { PasskeyItem } from '@/lib/users/passkeys/queries';
import type { Prover } from '../second-step/proof-form';

const AddDialog = lazy(() => import('./add-dialog').then((room) => ({ default: room.AddDialog })));
const RenameDialog = lazy(() => import('./change-dialogs').then((room) => ({ default: room.RenameDialog })));
const RemoveDialog = lazy(() => import('./change-dialogs').then((room) => ({ default: room.RemoveDialog })));

type Asked = { what: 'add' } | { what: 'rename' | 'remove'; passkey: PasskeyItem };

type PasskeyCardProps = {
  passkeys: readonly PasskeyItem[];
  prover: Prover;
  /** What this browser is called. */
  deviceName: string | null;
};

/** Ways to sign in without a password. */
export function PasskeyCard({ passkeys, prover, deviceName }: PasskeyCardProps) {
  const t = useTranslations('secondStep.passkeys');
  // Counts what was asked for, so that each press opens a dialog of its own.
  const [asked, setAsked] = useState<(Asked & { time: number }) | null>(null);
  const ask = (next: Asked) => setAsked({ ...next, time: (asked?.time ?? 0) + 1 });
  return (
    <Card>
      <CardHeader title={t('title')} description={t('description')} />
      <CardBody className="flex flex-col gap-5">
        {passkeys.length > 0 && (
          <ul className="flex flex-col divide-y divide-border">
            {passkeys.map((passkey) => (
              <PasskeyRow key={passkey.id} passkey={passkey} onAsk={(what) => ask({ what, passkey })} />
            ))}
          </ul>
        )}
        {prover.origin === null ? (
          <p className="text-[0.8125rem] leading-5 text-muted-foreground">{t('notHere')}</p>
        ) : (
          <div>
            <Button
              variant={passkeys.length > 0 ? 'secondary' : 'primary'}
              size={passkeys.length > 0 ? 'sm' : 'md'}
              onClick={() => ask({ what: 'add' })}
            >
              {t('add')}
            </Button>
          </div>
        )}
        <OnceWanted when={asked !== null}>
          {asked && (
            <Asking
              key={asked.time}
              {...{ asked, prover, deviceName }}
              isLast={passkeys.length === 1 && !prover.hasApp}
            />
          )}
        </OnceWanted>
      </CardBody>
    </Card>
  );
}

type AskingProps = Omit<PasskeyCardProps, 'passkeys'> & {
  asked: Asked;
  /** Whether the second step goes with the passkey. */
  isLast: boolean;
};

function Asking({ asked, prover, deviceName, isLast }: AskingProps) {
  if (asked.what === 'rename') return <RenameDialog passkey={asked.passkey} />;
  if (asked.what === 'remove')
    return <RemoveDialog passkey={asked.passkey} prover={prover} isLast={isLast} />;
  return prover.origin && <AddDialog prover={prover} origin={prover.origin} deviceName={deviceName} />;
}

type PasskeyRowProps = { passkey: PasskeyItem; onAsk: (what: 'rename' | 'remove') => void };

function PasskeyRow({ passkey, onAsk }: PasskeyRowProps) {
  const t = useTranslations('secondStep.passkeys');
  const { name, isBackedUp, createdAt, lastUsedAt } = passkey;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3 first:pt-0 last:pb-0">
      <div className="min-w-0 grow basis-56">
        <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <span className="font-medium wrap-anywhere">{name}</span>
          {isBackedUp && <Badge>{t('backedUp')}</Badge>}
        </div>
        <p className="text-[0.8125rem] leading-5 text-muted-foreground">
          {t('created')} <DateTime value={createdAt} format="date" />
          {' · '}
          {lastUsedAt ? (
            <>
              {t('used')} <RelativeTime value={lastUsedAt} />
            </>
          ) : (
            t('unused')
          )}
        </p>
      </div>
      <div className="flex gap-2">
        <Button
          variant="secondary"
          size="sm"
          aria-label={t('renameOf', { name })}
          onClick={() => onAsk('rename')}
        >
          {t('rename')}
        </Button>
        <Button
          variant="secondary"
          size="sm"
          aria-label={t('removeOf', { name })}
          onClick={() => onAsk('remove')}
        >
          {t('remove')}
        </Button>
      </div>
    </li>
  );
}
