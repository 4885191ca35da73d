import { useTranslations } from 'next-intl';
import { CodeBlock } from '@/components/ui/code-block';
import { DescriptionList, DescriptionRow } from '@/components/ui/description-list';
import { fromColumns } from '@/lib/codes/generate/parameters';
import type { CodeDetail } from '@/lib/codes/find/queries';
import { compileMode, readerSnippet, type CompileMode } from '@/lib/codes/picture/snippets';
import { CopyRow } from './copy-row';
import { DetailCard } from './detail-card';

export function DeveloperCard({ code }: { code: CodeDetail }) {
  const t = useTranslations('codes.detail');
  const parameters = fromColumns(code);
  const mode = compileMode(parameters);
  return (
    <DetailCard title={t('sections.developer')} text={t('sections.developerText')}>
      <h3 className="mb-2 text-[0.8125rem] font-medium">{t('developer.reader')}</h3>
      {mode.query === '' ? (
        <p className="text-[0.8125rem] text-muted-foreground">{t('developer.noQuery')}</p>
      ) : (
        <CodeBlock
          code={readerSnippet(parameters)}
          copyLabel={t('copy', { field: t('developer.code') })}
          copiedLabel={t('copied')}
          aria-label={t('developer.code')}
        />
      )}
      <Compile mode={mode} />
    </DetailCard>
  );
}

function Compile({ mode }: { mode: CompileMode }) {
  const t = useTranslations('codes.detail.developer');
  return (
    <>
      <h3 className="mt-6 text-[0.8125rem] font-medium">{t('compile')}</h3>
      <p className="text-[0.8125rem] text-muted-foreground">{t('compileText')}</p>
      <DescriptionList className="mt-1">
        {mode.page === '' ? (
          <DescriptionRow label={t('compilePage')}>{t('compileHome')}</DescriptionRow>
        ) : (
          <CopyRow mono label={t('compilePage')} text={mode.page} />
        )}
        {mode.query === '' ? (
          <DescriptionRow label={t('compileQuery')}>{t('compileQueryNone')}</DescriptionRow>
        ) : (
          <CopyRow mono label={t('compileQuery')} text={mode.query} />
        )}
        <DescriptionRow label={t('compileEntry')}>{t(`entry${mode.entry}`)}</DescriptionRow>
      </DescriptionList>
    </>
  );
}
