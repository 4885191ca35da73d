import { useTranslations } from 'next-intl';
import { Card, CardBody, CardHeader } from '@/components/ui/card';

const RULES = ['same', 'refused', 'deleted', 'full'] as const;

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
          <li>{t('unlimited')}</li>
        </ul>
      </CardBody>
    </Card>
  );
}
