'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, type SyntheticEvent } from 'react';
import { useReach } from '@/components/data/actions/use-reach';
import { SightField } from '@/components/data/sight/sight-field';
import type { AppChoice, Sight } from '@/components/data/sight/sight-text';
import { Button } from '@/components/ui/button';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { Field } from '@/components/ui/form/field';
import { Form } from '@/components/ui/form/form';
import { RadioCardGroup } from '@/components/ui/form/radio-card';
import { Segmented } from '@/components/ui/form/segmented';
import { toast } from '@/components/ui/overlay/toast';
import { setNewcomerRulesAction } from '@/lib/users/sign-in-services/actions';
import type { NewcomerRules } from '@/lib/users/sign-in-services/newcomers';

const CHOICES = ['refuse', 'approval', 'member'] as const;
const ROLES = ['VIEWER', 'OPERATOR'] as const;

/** What becomes of who comes by a service and is no member yet. */
export function NewcomersForm({ rules, apps }: { rules: NewcomerRules; apps: readonly AppChoice[] }) {
  const t = useTranslations();
  const router = useRouter();
  const reach = useReach();
  const [newcomers, setNewcomers] = useState(rules.newcomers);
  const [role, setRole] = useState<(typeof ROLES)[number]>(rules.role === 'OPERATOR' ? 'OPERATOR' : 'VIEWER');
  const [appIds, setAppIds] = useState<Sight>(rules.appIds);
  const [error, setError] = useState<string>();
  const [pending, setPending] = useState(false);
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    setError(appIds?.length === 0 ? t('members.sight.none') : undefined);
    if (appIds?.length === 0) return;
    setPending(true);
    const { serverError } = await reach(setNewcomerRulesAction({ newcomers, role, appIds }));
    setPending(false);
    if (serverError) return toast.error(serverError.message);
    router.refresh();
    toast.success(t('signIn.newcomers.saved'));
  };
  const items = CHOICES.map((value) => ({
    value,
    title: t(`signIn.newcomers.${value}`),
    description: t(`signIn.newcomers.${value}Text`),
  }));
  return (
    <Card>
      <CardHeader title={t('signIn.newcomers.title')} description={t('signIn.newcomers.text')} />
      <CardBody>
        <Form onSubmit={submit} className="flex flex-col gap-5">
          <RadioCardGroup
            aria-label={t('signIn.newcomers.title')}
            items={items}
            value={newcomers}
            onValueChange={setNewcomers}
            className="sm:grid-cols-3"
          />
          {newcomers !== 'refuse' && (
            <>
              <Field group label={t('signIn.newcomers.role')}>
                <Segmented
                  value={role}
                  onValueChange={setRole}
                  items={ROLES.map((value) => ({ value, label: t(`layout.user.role.${value}`) }))}
                />
              </Field>
              <SightField apps={apps} value={appIds} onChange={setAppIds} error={error} />
            </>
          )}
          <div>
            <Button type="submit" pending={pending}>
              {t('common.save')}
            </Button>
          </div>
        </Form>
      </CardBody>
    </Card>
  );
}
