import { useTranslations } from 'next-intl';
import { CodeBlock } from '@/components/ui/code-block';
import { fromColumns } from '@/lib/codes/generate/parameters';
import type { CodeDetail } from '@/lib/codes/find/queries';
import { buildRequest } from '@/lib/wechat/call/request';
import { DetailCard } from './detail-card';

export function RequestCard({ code }: { code: CodeDetail }) {
  const t = useTranslations('codes.detail');
  const { path, fields } = buildRequest(fromColumns(code));
  return (
    <DetailCard title={t('sections.request')} text={t('request.note')}>
      <CodeBlock
        caption={`POST ${path}`}
        code={JSON.stringify(fields, null, 2)}
        copyLabel={t('copy', { field: t('request.json') })}
        copiedLabel={t('copied')}
        aria-label={t('request.json')}
        className="mt-1"
      />
    </DetailCard>
  );
}
