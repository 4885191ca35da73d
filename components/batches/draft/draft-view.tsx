import { useTranslations } from 'next-intl';
import { PageHeader } from '@/components/layout/page/page-header';
import { SandboxBadge } from '@/components/layout/scope/sandbox-badge';
import { Alert } from '@/components/ui/alert';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { DescriptionList, DescriptionRow } from '@/components/ui/description-list';
import type { Draft } from '@/lib/batches/draft/draft-types';
import { isLivePlan, plannedFields, type FieldSource } from '@/lib/batches/plan/plan';
import { StateBadge } from '../state-badge';
import { toValues } from './plan-values';
import { usesOf } from '@/components/batches/draft/mapping/samples';
import { TablePreview } from '@/components/batches/draft/mapping/table-preview';

/** A draft for those who may only look. */
export function DraftView({ draft }: { draft: Draft }) {
  const t = useTranslations('batches');
  const { name, miniProgram, plan, columns, rowCount } = draft;
  const { sources } = toValues(miniProgram.id, plan);
  return (
    <>
      <PageHeader
        back={{ href: '/batches', label: t('back') }}
        title={name}
        badge={
          <>
            <StateBadge state="DRAFT" />
            <SandboxBadge mode={miniProgram.mode} />
          </>
        }
        description={`${miniProgram.name} · ${t('draft.size', { rows: rowCount, columns: columns.length })}`}
      />
      <div className="flex flex-col gap-6">
        <Alert>{t('draft.viewer')}</Alert>
        <Card>
          <CardHeader title={t('draft.sections.mapping')} description={t('draft.sections.mappingText')} />
          <CardBody className="flex flex-col gap-5">
            <TablePreview draft={draft} uses={usesOf(columns, plannedFields(plan), sources)} />
            <Mapping draft={draft} />
          </CardBody>
        </Card>
      </div>
    </>
  );
}

function Mapping({ draft: { plan, columns } }: { draft: Draft }) {
  const t = useTranslations();
  const sourceText = (source: FieldSource) => {
    if (source.from === 'column') return columns[source.column]?.name ?? '';
    return source.from === 'template' ? source.template : source.value;
  };
  return (
    <DescriptionList>
      <DescriptionRow label={t('codes.generate.endpoint.label')}>
        {t(`codes.endpoints.${plan.endpoint}.name`)}
        {isLivePlan(plan) && ` · ${t('batches.draft.steps.live')}`}
      </DescriptionRow>
      {plannedFields(plan).map((field) => {
        const source = plan.fields[field];
        return (
          source && (
            <DescriptionRow key={field} mono label={t(`batches.mapping.fields.${field}`)}>
              {sourceText(source)}
            </DescriptionRow>
          )
        );
      })}
    </DescriptionList>
  );
}
