'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { useReach } from '@/components/data/actions/use-reach';
import { Button } from '@/components/ui/button';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { RelativeTime } from '@/components/ui/relative-time';
import { toast } from '@/components/ui/overlay/toast';
import { answerJoinRequestAction } from '@/lib/users/sign-in-services/actions';
import type { JoinRequestItem } from '@/lib/users/sign-in-services/newcomers';

/** Who waits until somebody says whether they become a member. */
export function JoinRequests({ requests }: { requests: readonly JoinRequestItem[] }) {
  const t = useTranslations('signIn.requests');
  return (
    <Card>
      <CardHeader title={t('title')} description={t('text')} />
      <CardBody>
        <ul className="divide-y divide-border">
          {requests.map((request) => (
            <JoinRequestRow key={request.id} request={request} />
          ))}
        </ul>
      </CardBody>
    </Card>
  );
}

function JoinRequestRow({ request: { id, name, email, service, createdAt } }: { request: JoinRequestItem }) {
  const t = useTranslations('signIn.requests');
  const router = useRouter();
  const reach = useReach();
  const [pending, start] = useTransition();
  const answer = (isLetIn: boolean) =>
    start(async () => {
      const { serverError } = await reach(answerJoinRequestAction({ id, isLetIn }));
      if (serverError) return toast.error(serverError.message);
      router.refresh();
      toast.success(t(isLetIn ? 'done' : 'gone', { name }));
    });
  return (
    <li className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-2 py-2">
      <div className="min-w-0 grow basis-48">
        <p className="truncate font-medium">{name}</p>
        <p className="text-[0.8125rem] leading-5 wrap-anywhere text-muted-foreground">
          {email && `${email} · `}
          {t('by', { service })} · <RelativeTime value={createdAt} />
        </p>
      </div>
      <Button size="sm" pending={pending} aria-label={`${t('letIn')}: ${name}`} onClick={() => answer(true)}>
        {t('letIn')}
      </Button>
      <Button
        variant="secondary"
        size="sm"
        disabled={pending}
        aria-label={`${t('turnAway')}: ${name}`}
        onClick={() => answer(false)}
      >
        {t('turnAway')}
      </Button>
    </li>
  );
}
