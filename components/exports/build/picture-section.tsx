'use client';

import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { RadioCardGroup } from '@/components/ui/form/radio-card';
import { PICTURE_KINDS } from '@/lib/exports/options';
import { PrintFields, type PictureSectionProps } from './print-fields';
import { VectorFields } from './vector-fields';

export function PictureSection(props: PictureSectionProps) {
  const { values, onChange } = props;
  const t = useTranslations('exports.build.picture');
  return (
    <Card>
      <CardHeader title={t('title')} />
      <CardBody className="flex flex-col gap-5">
        <RadioCardGroup
          aria-label={t('title')}
          value={values.picture}
          onValueChange={(picture) => onChange({ picture })}
          className="sm:grid-cols-2 xl:grid-cols-4"
          items={PICTURE_KINDS.map((value) => ({
            value,
            title: t(value),
            description: t(`${value}Text`),
            facts: value === 'original' && (
              <Badge tone="success" className="mt-auto self-start">
                {t('recommended')}
              </Badge>
            ),
          }))}
        />
        {values.picture === 'print' && <PrintFields {...props} />}
        {values.picture === 'vector' && <VectorFields {...props} />}
        {values.picture !== 'original' && (
          <p className="text-[0.8125rem] text-muted-foreground">{t('slow')}</p>
        )}
      </CardBody>
    </Card>
  );
}
