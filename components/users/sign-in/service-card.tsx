'use client';

import { useMutation } from '@tanstack/react-query';
import { CircleCheck, CircleX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useErrorToast } from '@/components/data/actions/use-error-toast';
import { Button } from '@/components/ui/button';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { DescriptionList, DescriptionRow } from '@/components/ui/description-list';
import { outcomeOf } from '@/lib/actions/outcome';
import { checkServiceAction } from '@/lib/users/sign-in-services/actions';
import type { CheckedStep, ServiceInfo } from '@/lib/users/sign-in-services/check';
import type { GroupRule } from '@/lib/users/sign-in-services/group-rules';
import { useServiceName } from './service-name';

type NamedApp = { appId: string; name: string };

/** A sign-in service as the environment has set it up, and whether it works. */
export function ServiceCard({ service, apps }: { service: ServiceInfo; apps: readonly NamedApp[] }) {
  const t = useTranslations('signIn.settings');
  const name = useServiceName()(service);
  const { id, issuer, callbackUrl, rules } = service;
  const showError = useErrorToast();
  const { data, mutate, isPending } = useMutation({
    mutationFn: () => outcomeOf(checkServiceAction({ id })),
    onError: showError,
  });
  return (
    <Card>
      <CardHeader
        title={name}
        actions={
          <Button variant="secondary" size="sm" pending={isPending} onClick={() => mutate()}>
            {t('test')}
          </Button>
        }
      />
      <CardBody className="flex flex-col gap-4">
        <DescriptionList>
          {id === 'oidc' && (
            <DescriptionRow label={t('issuer')} mono>
              {issuer}
            </DescriptionRow>
          )}
          <DescriptionRow
            label={t('callback')}
            mono
            action={<CopyButton text={callbackUrl} label={t('copyCallback')} copiedLabel={t('copied')} />}
          >
            {callbackUrl}
          </DescriptionRow>
        </DescriptionList>
        {rules && <Rules rules={rules} apps={apps} />}
        <div aria-live="polite" className="empty:-mt-4">
          {data && <Result steps={data} />}
        </div>
      </CardBody>
    </Card>
  );
}

/** What the environment says of groups or departments. */
function Rules({ rules, apps }: { rules: readonly GroupRule[]; apps: readonly NamedApp[] }) {
  const t = useTranslations();
  const nameOf = (appId: string) => apps.find((app) => app.appId === appId)?.name ?? appId;
  return (
    <div>
      <h3 className="text-[0.8125rem] leading-5 font-medium">{t('signIn.settings.rules')}</h3>
      <p className="text-[0.8125rem] leading-5 text-muted-foreground">{t('signIn.settings.rulesText')}</p>
      <DescriptionList className="mt-2">
        {rules.map(({ group, role, appIds }) => (
          <DescriptionRow key={`${group} ${role}`} label={<span className="wrap-anywhere">{group}</span>}>
            {[
              t(`layout.user.role.${role}`),
              ...(role === 'ADMIN' ? [] : (appIds?.map(nameOf) ?? [t('members.sight.all')])),
            ].join(' · ')}
          </DescriptionRow>
        ))}
      </DescriptionList>
    </div>
  );
}

function Result({ steps }: { steps: readonly CheckedStep[] }) {
  const t = useTranslations('signIn');
  const isWell = steps.every(({ fault }) => fault === null);
  return (
    <div className="rounded-lg bg-muted/60 px-4 py-3 dark:bg-background">
      <ul className="flex flex-col gap-2">
        {steps.map(({ name, fault, values }) => (
          <li key={name} className="flex gap-2.5">
            {fault ? (
              <CircleX aria-hidden className="mt-1 size-4 shrink-0 text-danger-text" />
            ) : (
              <CircleCheck aria-hidden className="mt-1 size-4 shrink-0 text-success-text" />
            )}
            <span className="min-w-0">
              {t(`checks.${name}`)}
              {fault && (
                <span className="block text-[0.8125rem] leading-5 wrap-anywhere text-danger-text">
                  {t(`faults.${fault}`, values)}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
      {isWell && (
        <p className="mt-2 text-[0.8125rem] leading-5 text-muted-foreground">{t('settings.works')}</p>
      )}
    </div>
  );
}
