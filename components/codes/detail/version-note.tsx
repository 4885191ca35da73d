import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import type { CodeDetail } from '@/lib/codes/find/queries';
import type { OtherVersion } from '@/lib/codes/generate/promote';
import { isUnreleased } from '@/lib/codes/released';
import { PromoteButton } from './promote-button';

export type VersionNoteProps = {
  code: Pick<CodeDetail, 'id' | 'status' | 'envVersion'>;
  /** The same in other versions. */
  others: OtherVersion[];
  canWrite: boolean;
};

/** Of a code that only testers can open: what customers get instead. */
export function VersionNote({ code, others, canWrite }: VersionNoteProps) {
  if (!isUnreleased(code) || code.status !== 'READY') return null;
  const release = others.find(({ version }) => version === 'release');
  return <Unreleased code={code} release={release} canWrite={canWrite} />;
}

type UnreleasedProps = Pick<VersionNoteProps, 'code' | 'canWrite'> & { release: OtherVersion | undefined };

function Unreleased({ code, release, canWrite }: UnreleasedProps) {
  const t = useTranslations('codes.detail.version');
  return (
    <Alert
      tone="warning"
      className="mb-6"
      title={t('title', { version: code.envVersion ?? '' })}
      actions={
        release ? (
          <Button variant="secondary" size="sm" render={<Link href={`/codes/${release.id}`} />}>
            {t('openRelease')}
          </Button>
        ) : (
          canWrite && <PromoteButton codeId={code.id} />
        )
      }
    >
      {t(release ? 'madeText' : 'text')}
    </Alert>
  );
}

/** Of a release code, beside its version: what it was tried with. */
export function TriedWith({ code, others }: Pick<VersionNoteProps, 'code' | 'others'>) {
  const t = useTranslations('codes.detail.version');
  if (isUnreleased(code)) return null;
  return others.map(({ id, version }) => (
    <Link
      key={id}
      href={`/codes/${id}`}
      className="thumb-reach rounded-xs text-[0.8125rem] text-accent-text underline-offset-4 focus-ring hover:underline"
    >
      {t('openTested', { version })}
    </Link>
  ));
}
