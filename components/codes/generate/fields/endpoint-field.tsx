'use client';

import { Infinity as InfinityIcon, QrCode, Route } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useController, useFormContext } from 'react-hook-form';
import { Badge } from '@/components/ui/badge';
import { Field } from '@/components/ui/form/field';
import { RadioCardGroup } from '@/components/ui/form/radio-card';
import type { Endpoint } from '@/lib/wechat/rules/limits';
import type { GenerateFormValues } from '@/components/codes/generate/form-values';
import { useChooseEndpoint } from '@/components/codes/generate/use-choose-endpoint';

const CHOICES = [
  { endpoint: 'getwxacodeunlimit', icon: InfinityIcon },
  { endpoint: 'getwxacode', icon: Route },
  { endpoint: 'createwxaqrcode', icon: QrCode },
] as const;

export function EndpointField() {
  const t = useTranslations('codes');
  const { control } = useFormContext<GenerateFormValues>();
  const { field, fieldState } = useController({ control, name: 'endpoint' });
  const choose = useChooseEndpoint();
  const items = CHOICES.map(({ endpoint, icon: Icon }) => ({
    value: endpoint,
    icon: <Icon aria-hidden />,
    title: t(`endpoints.${endpoint}.name`),
    description: t(`endpoints.${endpoint}.summary`),
    facts: <EndpointFacts endpoint={endpoint} />,
  }));
  return (
    <Field group label={t('generate.endpoint.label')} labelHidden error={fieldState.error?.message}>
      <RadioCardGroup<Endpoint>
        items={items}
        value={field.value}
        onValueChange={choose}
        className="md:grid-cols-3 lg:grid-cols-1 xl:grid-cols-3"
      />
    </Field>
  );
}

function EndpointFacts({ endpoint }: { endpoint: Endpoint }) {
  const t = useTranslations('codes');
  return (
    <span className="mt-auto flex flex-col gap-2 pt-2">
      <span className="flex flex-wrap gap-1.5">
        {endpoint === 'getwxacodeunlimit' && (
          <Badge tone="accent">{t('generate.endpoint.recommended')}</Badge>
        )}
        <Badge tone={endpoint === 'getwxacodeunlimit' ? 'success' : 'neutral'}>
          {t(`endpoints.${endpoint}.cost`)}
        </Badge>
        {endpoint === 'createwxaqrcode' && <Badge tone="warning">{t('generate.endpoint.notAdvised')}</Badge>}
      </span>
    </span>
  );
}
