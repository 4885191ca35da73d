'use client';

import { useTranslations } from 'next-intl';
import { lazy, useState } from 'react';
import { ConfirmAction } from '@/components/layout/confirm-action';
import { Button } from '@/components/ui/button';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { OnceWanted } from '@/components/ui/overlay/once-wanted';
import type { ServiceRefusal } from '@/lib/auth/services/service-refusal';
import { disconnectServiceAction } from '@/lib/users/sign-in-services/actions';
import type { Connection, OwnWaysIn } from '@/lib/users/sign-in-services/connections';
import { RefusalAlert } from './refusal-alert';
import { ServiceMark } from './service-mark';
import { useServiceName } from './service-name';

const ConnectDialog = lazy(() =>
  import('./connect-dialog').then((room) => ({ default: room.ConnectDialog })),
);

type ConnectionsCardProps = OwnWaysIn & { email: string; refusal: ServiceRefusal | null };

/** The services by which somebody signs in, and those by which they could. */
export function ConnectionsCard({ connections, hasPassword, email, refusal }: ConnectionsCardProps) {
  const t = useTranslations('signIn.own');
  const nameOf = useServiceName();
  const [asked, setAsked] = useState<{ connection: Connection; time: number } | null>(null);
  const refused = connections.find(({ id }) => id === refusal?.service);
  return (
    <Card>
      <CardHeader title={t('title')} description={t(hasPassword ? 'text' : 'textNoPassword')} />
      <CardBody className="flex flex-col gap-4">
        {refusal && refused && <RefusalAlert refusal={refusal} service={nameOf(refused)} />}
        <ul className="divide-y divide-border">
          {connections.map((connection) => (
            <li key={connection.id} className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-2 py-2">
              <ServiceMark id={connection.id} />
              <div className="min-w-0 grow basis-40">
                <p className="truncate font-medium">{nameOf(connection)}</p>
                <p className="text-[0.8125rem] leading-5 text-muted-foreground">
                  {connection.as ? (
                    <>
                      {t('as', { name: connection.as.name })} ·{' '}
                      <DateTime value={connection.as.since} format="date" />
                    </>
                  ) : (
                    t('notConnected')
                  )}
                </p>
              </div>
              {connection.as && hasPassword && <Disconnect connection={connection} />}
              {!connection.as && hasPassword && (
                <Button
                  variant="secondary"
                  size="sm"
                  onClick={() => setAsked({ connection, time: (asked?.time ?? 0) + 1 })}
                >
                  {t('connect')}
                </Button>
              )}
            </li>
          ))}
        </ul>
        <OnceWanted when={asked !== null}>
          {asked && <ConnectDialog key={asked.time} connection={asked.connection} email={email} />}
        </OnceWanted>
      </CardBody>
    </Card>
  );
}

function Disconnect({ connection }: { connection: Connection }) {
  const t = useTranslations('signIn.own');
  const service = useServiceName()(connection);
  return (
    <ConfirmAction
      trigger={
        <Button variant="secondary" size="sm">
          {t('disconnect')}
        </Button>
      }
      title={t('disconnectTitle', { service })}
      description={t('disconnectText')}
      confirmLabel={t('disconnect')}
      action={() => disconnectServiceAction({ id: connection.id })}
      done={t('disconnected', { service })}
    />
  );
}
