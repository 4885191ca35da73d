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

/** Of a code that only testers can open: what customers get instead. Of a release code: what it was tried with. */
export function VersionNote({ code, others, canWrite }: VersionNoteProps) {
  if (!isUnreleased(code)) return <TriedWith others={others} />;
  if (code.status !== 'READY') return null;
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

function TriedWith({ others }: Pick<VersionNoteProps, 'others'>) {
  const t = useTranslations('codes.detail.version');
  if (others.length === 0) return null;
  return (
    <p className="-mt-3 mb-6 flex flex-wrap gap-x-4 text-[0.8125rem]">
      {others.map(({ id, version }) => (
        <Link
          key={id}
          href={`/codes/${id}`}
          className="inline-flex items-center rounded-xs text-accent-text underline-offset-4 focus-ring hover:underline max-md:min-h-11"
        >
          {t('openTested', { version })}
        </Link>
      ))}
    </p>
  );
}
