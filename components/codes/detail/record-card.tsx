import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { DateTime } from '@/components/ui/date-time';
import { DescriptionList, DescriptionRow } from '@/components/ui/description-list';
import type { CodeDetail } from '@/lib/codes/find/queries';
import { LIMITED_CODES_MAX } from '@/lib/wechat/rules/limits';
import { DetailCard } from './detail-card';

export function RecordCard({ code }: { code: CodeDetail }) {
  const t = useTranslations('codes.detail');
  return (
    <DetailCard title={t('sections.record')}>
      <DescriptionList>
        <DescriptionRow label={t('fields.quota')}>
          <Quota code={code} />
        </DescriptionRow>
        <DescriptionRow label={t('fields.createdBy')}>
          {code.createdBy?.name ?? t('fields.system')}
        </DescriptionRow>
        {code.batch && (
          <DescriptionRow label={t('fields.batch')}>
            <Link
              href={`/batches/${code.batch.id}`}
              className="rounded-xs text-accent-text underline-offset-4 focus-ring hover:underline"
            >
              {code.batch.name}
            </Link>
          </DescriptionRow>
        )}
        <DescriptionRow label={t('fields.createdAt')}>
          <DateTime value={code.createdAt} />
        </DescriptionRow>
        {code.generatedAt && (
          <DescriptionRow label={t('fields.generatedAt')}>
            <DateTime value={code.generatedAt} />
          </DescriptionRow>
        )}
      </DescriptionList>
    </DetailCard>
  );
}

function Quota({ code }: { code: CodeDetail }) {
  const t = useTranslations('codes.detail.fields');
  if (code.endpoint === 'getwxacodeunlimit') return t('quotaNone');
  if (code.quotaCost === 0) return t('quotaZero');
  if (code.status === 'READY')
    return t('quotaOne', { count: code.quotaCountAfter ?? 0, limit: LIMITED_CODES_MAX });
  return t('quotaPending');
}
