import { useTranslations } from 'next-intl';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { Disclosure } from '@/components/ui/disclosure';

const RULES = ['limited', 'same', 'refused', 'deleted', 'full'] as const;

export function QuotaRules() {
  const t = useTranslations('quota');
  return (
    <Card>
      <CardHeader title={t('rules.title')} />
      <CardBody>
        <ul className="list-disc space-y-1.5 ps-5 text-muted-foreground marker:text-border">
          {RULES.map((rule) => (
            <li key={rule}>{t(`rules.${rule}`)}</li>
          ))}
        </ul>
        <Disclosure summary={t('technical.title')} className="mt-4 text-[0.8125rem] text-muted-foreground">
          <p className="mt-2">{t('technical.text')}</p>
        </Disclosure>
      </CardBody>
    </Card>
  );
}
