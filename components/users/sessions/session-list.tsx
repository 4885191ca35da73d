'use client';

import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import { RelativeTime } from '@/components/ui/relative-time';
import { endOtherSessionsAction, endSessionAction } from '@/lib/users/actions';
import type { SessionItem } from '@/lib/users/sessions';
import type { Prover } from '../second-step/proof-form';
import { EndSessions } from './end-sessions';

type SessionListProps = {
  sessions: SessionItem[];
  currentId: string;
  /** Asked before anything is ended. */
  prover: Prover;
};

/** Where somebody is signed in; the browser in hand comes first and is ended by signing out. */
export function SessionList({ sessions, currentId, prover }: SessionListProps) {
  const t = useTranslations('auth.sessions');
  const others = sessions.filter(({ id }) => id !== currentId);
  const current = sessions.filter(({ id }) => id === currentId);
  return (
    <div className="flex flex-col gap-5">
      <ul className="flex flex-col divide-y divide-border">
        {[...current, ...others].map((session) => (
          <SessionRow
            key={session.id}
            session={session}
            isCurrent={session.id === currentId}
            prover={prover}
          />
        ))}
      </ul>
      <div className="flex flex-wrap gap-2 border-t border-border pt-5">
        {others.length > 0 && (
          <EndSessions
            prover={prover}
            title={t('endOthersTitle', { count: others.length })}
            description={t('endOthersText')}
            label={t('endOthers')}
            end={endOtherSessionsAction}
            done={t('othersEnded')}
          />
        )}
        <EndSessions
          prover={prover}
          title={t('endAllTitle')}
          description={t('endAllText')}
          label={t('endAll')}
          end={endOtherSessionsAction}
          onEnded={leave}
          done={t('allEnded')}
        />
      </div>
    </div>
  );
}

async function leave() {
  const { signOut } = await import('next-auth/react');
  await signOut({ callbackUrl: '/sign-in' });
}

function PlaceText({ place }: Pick<SessionItem, 'place'>) {
  const t = useTranslations('auth.sessions');
  return place && <>{place.kind === 'local' ? t('local') : place.name} · </>;
}

type SessionRowProps = Pick<SessionListProps, 'prover'> & { session: SessionItem; isCurrent: boolean };

function SessionRow({ session, isCurrent, prover }: SessionRowProps) {
  const t = useTranslations('auth.sessions');
  const device = session.device ?? t('unknownDevice');
  return (
    <li className="flex items-center gap-4 py-3 first:pt-0 last:pb-0">
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <span className="font-medium wrap-anywhere">{device}</span>
          {isCurrent && <Badge tone="success">{t('current')}</Badge>}
        </div>
        <p className="text-[0.8125rem] leading-5 text-muted-foreground">
          <PlaceText place={session.place} />
          <span className="wrap-anywhere">{session.address}</span>
          {' · '}
          {t('lastSeen')} <RelativeTime value={session.lastSeenAt} />
          {' · '}
          {t('since')} <DateTime value={session.createdAt} />
        </p>
      </div>
      {!isCurrent && (
        <EndSessions
          prover={prover}
          spokenLabel={t('endOf', { device })}
          title={t('endTitle', { device })}
          description={t('endText')}
          label={t('end')}
          end={(proof) => endSessionAction({ id: session.id, proof })}
          done={t('ended')}
        />
      )}
    </li>
  );
}
