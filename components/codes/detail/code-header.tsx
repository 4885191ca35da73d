'use client';

import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { PageHeader } from '@/components/layout/page/page-header';
import { SandboxBadge, useIsOddSandbox } from '@/components/layout/scope/sandbox-badge';
import { Alert } from '@/components/ui/alert';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import type { CodeDetail, Replacement } from '@/lib/codes/find/queries';
import { VersionBadge } from '@/components/codes/version-badge';
import { CodeActions } from './code-actions';

const TONES = { QUEUED: 'neutral', GENERATING: 'info', FAILED: 'danger' } as const;

type CodeHeaderProps = { code: CodeDetail; replacement: Replacement; canWrite: boolean; isLive: boolean };

/** Ready is what a code usually is: only another state has a badge. */
export function CodeHeader({ code, replacement, canWrite, isLive }: CodeHeaderProps) {
  const t = useTranslations('codes.detail');
  const { id, name, note, status, archivedAt } = code;
  const oddSandbox = useIsOddSandbox(code.miniProgram.mode);
  // What a live code leads to is changed where it stands.
  const canReplace = status === 'READY' && archivedAt === null && !isLive;
  return (
    <>
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
            <VersionBadge version={code.envVersion} />
            <SandboxBadge mode={code.miniProgram.mode} />
          </>
        }
        description={oddSandbox && status === 'READY' ? t('sandboxText') : undefined}
        actions={
          canWrite && <CodeActions code={{ id, name, note, status, archivedAt }} canReplace={canReplace} />
        }
      />
      <ReplacementNote of={replacement} />
    </>
  );
}

/** Which code took its place; else whose place it took. */
function ReplacementNote({ of: { by, of } }: { of: Replacement }) {
  const t = useTranslations('codes.detail');
  const other = by ?? of;
  if (!other) return null;
  const way = by ? 'replacedBy' : 'replaces';
  return (
    <Alert
      className="mb-6"
      title={t(`${way}.title`, { name: other.name })}
      actions={
        <Button variant="secondary" size="sm" render={<Link href={`/codes/${other.id}`} />}>
          {t(`${way}.open`)}
        </Button>
      }
    >
      {t(`${way}.text`)}
    </Alert>
  );
}
