import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';
import { LiveSnippet } from '@/components/codes/live/live-snippet';
import { CodeBlock } from '@/components/ui/code-block';
import { DescriptionList, DescriptionRow } from '@/components/ui/description-list';
import { Disclosure } from '@/components/ui/disclosure';
import { fromColumns } from '@/lib/codes/generate/parameters';
import type { DeclaredPage } from '@/lib/apps/parameters/declaration';
import type { CodeDetail } from '@/lib/codes/find/queries';
import { compileMode, readerSnippet, type CompileMode } from '@/lib/codes/picture/snippets';
import { buildRequest } from '@/lib/wechat/call/request';
import { CopyRow } from './copy-row';

export type TechnicalCardProps = {
  code: CodeDetail;
  isLive: boolean;
  /** Where Mini Programs ask. */
  liveOrigin: string;
  /** What pages of its Mini Program take. */
  declared: DeclaredPage[];
};

/** For the Mini Program's developer and for whoever asks WeChat: names of the API, code and checksums. */
export function TechnicalCard({ code, isLive, liveOrigin, declared }: TechnicalCardProps) {
  const t = useTranslations('codes.detail');
  const live = useTranslations('live.snippet');
  const isRead = isLive || declared.some(({ page }) => page === code.page);
  return (
    <Card className="px-5 py-4 sm:px-6">
      <Disclosure
        summary={<h2 className="text-[0.9375rem] leading-6 font-semibold">{t('sections.technical')}</h2>}
      >
        <p className="mt-1 text-[0.8125rem] text-muted-foreground">{t('sections.technicalText')}</p>
        {isRead ? (
          <section className="mt-6">
            <h3 className="text-[0.8125rem] font-medium">{live('title')}</h3>
            <LiveSnippet origin={liveOrigin} declared={declared} page={code.page ?? ''} />
          </section>
        ) : (
          <Reader code={code} />
        )}
        <Compile mode={compileMode(fromColumns(code))} />
        <Request code={code} />
        <Names code={code} />
      </Disclosure>
    </Card>
  );
}

type PartProps = { title: string; text?: string | undefined; children?: ReactNode };

function Part({ title, text, children }: PartProps) {
  return (
    <section className="mt-6">
      <h3 className="text-[0.8125rem] font-medium">{title}</h3>
      {text && <p className="mt-0.5 text-[0.8125rem] text-muted-foreground">{text}</p>}
      {children && <div className="mt-2">{children}</div>}
    </section>
  );
}

function Reader({ code }: { code: CodeDetail }) {
  const t = useTranslations('codes.detail');
  const parameters = fromColumns(code);
  if (compileMode(parameters).query === '')
    return <Part title={t('developer.reader')} text={t('developer.noQuery')} />;
  return (
    <Part title={t('developer.reader')}>
      <CodeBlock
        code={readerSnippet(parameters)}
        copyLabel={t('copy', { field: t('developer.code') })}
        copiedLabel={t('copied')}
        aria-label={t('developer.code')}
      />
    </Part>
  );
}

function Compile({ mode }: { mode: CompileMode }) {
  const t = useTranslations('codes.detail.developer');
  return (
    <Part title={t('compile')} text={t('compileText')}>
      <DescriptionList>
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
    </Part>
  );
}

function Request({ code }: { code: CodeDetail }) {
  const t = useTranslations('codes.detail');
  const { path, fields } = buildRequest(fromColumns(code));
  return (
    <Part title={t('sections.request')} text={t('request.note')}>
      <CodeBlock
        caption={`POST ${path}`}
        code={JSON.stringify(fields, null, 2)}
        copyLabel={t('copy', { field: t('request.json') })}
        copiedLabel={t('copied')}
        aria-label={t('request.json')}
      />
    </Part>
  );
}

function Names({ code }: { code: CodeDetail }) {
  const t = useTranslations('codes.detail.fields');
  return (
    <DescriptionList className="mt-4 border-t border-border">
      <CopyRow mono label={t('api')} text={code.endpoint} />
      <CopyRow mono label="AppID" text={code.miniProgram.appId} />
      <CopyRow mono label={t('id')} text={code.id} />
      {code.imageSha256 && <CopyRow mono label={t('sha256')} text={code.imageSha256} />}
    </DescriptionList>
  );
}
