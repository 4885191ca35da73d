'use client';

import { useTranslations } from 'next-intl';
import { useFormContext, useWatch } from 'react-hook-form';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { exampleValues, suggestName } from '@/lib/purposes/build';
import { findProblems, roomOf } from '@/lib/purposes/problems';
import { PATH_MAX_BYTES } from '@/lib/wechat/rules/limits';
import { RoomMeter } from '@/components/codes/generate/purposes/room-meter';
import { useProblemText } from '@/components/codes/generate/purposes/use-problem-text';
import { toPurposeInput, type PurposeFormValues } from './purpose-form-values';

/** What comes out when the examples are filled in, while the purpose is written. */
export function PurposeExample() {
  const t = useTranslations('purposes.settings');
  const problemText = useProblemText();
  const { control } = useFormContext<PurposeFormValues>();
  const values = useWatch({ control, compute: (all: PurposeFormValues) => all });
  const { definition, pages } = toPurposeInput(values);
  const filled = exampleValues(definition);
  const page = Object.values(pages)[0] ?? '';
  const wanted = { endpoint: definition.endpoint, page, pathMaxBytes: PATH_MAX_BYTES };
  const problems = findProblems(definition, filled, wanted);
  return (
    <Card>
      <CardHeader title={t('preview')} description={t('previewText')} />
      <CardBody className="flex flex-col gap-3">
        <dl className="flex flex-col gap-3">
          <div>
            <dt className="text-[0.8125rem] text-muted-foreground">{t('previewName')}</dt>
            <dd className="mt-0.5 font-medium wrap-anywhere">{suggestName(definition, filled) || '—'}</dd>
          </div>
          <div>
            <dt className="mb-1.5 text-[0.8125rem] text-muted-foreground">{t('previewTarget')}</dt>
            <dd>
              <RoomMeter {...roomOf(definition, filled, wanted)} />
            </dd>
          </div>
        </dl>
        {definition.fields.map((field) => {
          const problem = problems[field.key];
          if (!problem || problem.key === 'required' || field.label === '') return null;
          return (
            <p key={field.key} className="text-[0.8125rem] leading-5 text-warning-text">
              {problemText(field, problem)}
            </p>
          );
        })}
      </CardBody>
    </Card>
  );
}
