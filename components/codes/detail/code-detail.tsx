import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { cn } from '@/components/ui/cn';
import { PageHeader } from '@/components/layout/page/page-header';
import type { CodeDetail as Code } from '@/lib/codes/find/queries';
import { CodeActions } from './code-actions';
import { DeveloperCard } from './developer-card';
import { ErrorCoach } from './error-coach';
import { OrganizeCard } from './organize-card';
import { ParameterCard } from './parameter-list';
import { PictureCard } from './picture-card';
import { PictureFacts, PrintGuide } from './picture-facts';
import { RecordCard } from './record-card';
import { RequestCard } from './request-card';

export type CodeDetailProps = {
  code: Code;
  /** The stored picture is there and unharmed. */
  intact: boolean;
  canWrite: boolean;
};

const TONES = { QUEUED: 'neutral', GENERATING: 'info', READY: 'success', FAILED: 'danger' } as const;

export function CodeDetail({ code, intact, canWrite }: CodeDetailProps) {
  const failed = code.status === 'FAILED';
  return (
    <>
      <Header code={code} intact={intact} canWrite={canWrite} />
      {failed && (
        <div className="mb-6">
          <ErrorCoach code={code} canWrite={canWrite} />
        </div>
      )}
      {/* What a phone shows one below the other: the picture, what it says, and then the facts about it. */}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,23rem)_minmax(0,1fr)] lg:grid-rows-[auto_1fr] xl:grid-cols-[minmax(0,27rem)_minmax(0,1fr)]">
        {!failed && <PictureCard code={code} intact={intact} canWrite={canWrite} />}
        <Column className={cn('lg:col-start-2', !failed && 'lg:row-span-2 lg:row-start-1')}>
          <ParameterCard code={code} />
          {!failed && <DeveloperCard code={code} />}
          {!failed && <RequestCard code={code} />}
        </Column>
        <Column className={cn('lg:col-start-1', failed ? 'lg:row-start-1' : 'lg:row-start-2')}>
          {code.status === 'READY' && <PictureFacts code={code} />}
          {code.status === 'READY' && <PrintGuide code={code} />}
          <OrganizeCard code={code} canWrite={canWrite} />
          <RecordCard code={code} />
          {failed && <RequestCard code={code} />}
        </Column>
      </div>
    </>
  );
}

function Column({ className, children }: { className: string; children: ReactNode }) {
  return <div className={cn('flex min-w-0 flex-col gap-6', className)}>{children}</div>;
}

function Header({ code, intact, canWrite }: CodeDetailProps) {
  const t = useTranslations('codes.detail');
  const { id, name, note, status } = code;
  const sandbox = code.miniProgram.mode === 'SANDBOX';
  return (
    <PageHeader
      back={{ href: '/codes', label: t('back') }}
      title={name}
      badge={
        <>
          <Badge dot tone={TONES[status]}>
            {t(`status.${status}`)}
          </Badge>
          {sandbox && <Badge tone="info">{t('sandbox')}</Badge>}
        </>
      }
      description={sandbox && status === 'READY' ? t('sandboxText') : undefined}
      actions={<CodeActions code={{ id, name, note }} canWrite={canWrite} hasPicture={intact} />}
    />
  );
}
