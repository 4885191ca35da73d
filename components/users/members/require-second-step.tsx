'use client';

import { useRouter } from 'next/navigation';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { useReach } from '@/components/data/actions/use-reach';
import { Card, CardBody } from '@/components/ui/card';
import { Switch } from '@/components/ui/form/switch';
import { toast } from '@/components/ui/overlay/toast';
import type { Member } from '@/lib/users/members';
import { setSecondStepRequiredAction } from '@/lib/users/second-step/actions';

type RequireSecondStepProps = { members: readonly Member[]; ownId: string; isRequired: boolean };

/** Whether everybody must have the second step. Who asks for it has it: nobody locks themselves out. */
export function RequireSecondStep({ members, ownId, isRequired }: RequireSecondStepProps) {
  const t = useTranslations('members.require');
  const router = useRouter();
  const reach = useReach();
  const [pending, start] = useTransition();
  const lacking = members.filter(({ deactivatedAt, hasSecondStep }) => !deactivatedAt && !hasSecondStep);
  const lacksOwn = lacking.some(({ id }) => id === ownId);
  const change = (required: boolean) =>
    start(async () => {
      const { serverError } = await reach(setSecondStepRequiredAction({ required }));
      if (serverError) return toast.error(serverError.message);
      router.refresh();
      toast.success(t(required ? 'on' : 'off'));
    });
  return (
    <Card className="mt-8">
      <CardBody className="py-4">
        <Switch
          label={t('label')}
          description={t('text', { count: lacking.length })}
          checked={isRequired}
          disabled={pending || (lacksOwn && !isRequired)}
          onCheckedChange={change}
        />
        {lacksOwn && !isRequired && (
          <p className="mt-1 text-[0.8125rem] leading-6">
            <Link
              href="/settings/account"
              className="rounded-sm text-accent-text underline-offset-4 focus-ring hover:underline"
            >
              {t('ownFirst')}
            </Link>
          </p>
        )}
      </CardBody>
    </Card>
  );
}
