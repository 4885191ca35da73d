'use client';

import { FileImage, FileSpreadsheet, FileText, Sheet } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { RadioCardGroup } from '@/components/ui/form/radio-card';
import type { BuilderValues } from './builder-values';

export type SectionProps = {
  values: BuilderValues;
  onChange: (changed: Partial<BuilderValues>) => void;
};

const ICONS = {
  zip: <FileImage />,
  pictureTable: <Sheet />,
  xlsx: <FileSpreadsheet />,
  csv: <FileText />,
};
const FORMATS = ['zip', 'pictureTable', 'xlsx', 'csv'] as const;

export function FormatSection({ values, onChange }: SectionProps) {
  const t = useTranslations('exports.build.format');
  return (
    <Card>
      <CardHeader title={t('title')} />
      <CardBody>
        <RadioCardGroup
          aria-label={t('title')}
          value={values.format}
          onValueChange={(format) => onChange({ format })}
          className="sm:grid-cols-2 xl:grid-cols-4"
          items={FORMATS.map((value) => ({
            value,
            title: t(value),
            description: t(`${value}Text`),
            icon: ICONS[value],
          }))}
        />
      </CardBody>
    </Card>
  );
}
