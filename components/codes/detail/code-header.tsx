'use client';

import { useTranslations } from 'next-intl';
import { PageHeader } from '@/components/layout/page/page-header';
import { SandboxBadge, useIsOddSandbox } from '@/components/layout/scope/sandbox-badge';
import { Badge } from '@/components/ui/badge';
import type { CodeDetail } from '@/lib/codes/find/queries';
import { CodeActions } from './code-actions';

const TONES = { QUEUED: 'neutral', GENERATING: 'info', FAILED: 'danger' } as const;

/** Ready is what a code usually is: only another state has a badge. */
export function CodeHeader({ code, canWrite }: { code: CodeDetail; canWrite: boolean }) {
  const t = useTranslations('codes.detail');
  const { id, name, note, status, archivedAt } = code;
  const oddSandbox = useIsOddSandbox(code.miniProgram.mode);
  return (
    <PageHeader
      back={{ href: '/codes', label: t('back') }}
      title={name}
      badge={
        <>
          {status !== 'READY' && (
            <Badge dot tone={TONES[status]}>
              {t(`status.${status}`)}
            </Badge>
          )}
          <SandboxBadge mode={code.miniProgram.mode} />
        </>
      }
      description={oddSandbox && status === 'READY' ? t('sandboxText') : undefined}
      actions={canWrite && <CodeActions code={{ id, name, note, status, archivedAt }} />}
    />
  );
}
