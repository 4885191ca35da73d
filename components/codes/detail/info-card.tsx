'use client';

import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { TagList } from '@/components/codes/tags/tag-list';
import { DateTime } from '@/components/ui/date-time';
import { DescriptionList, DescriptionRow } from '@/components/ui/description-list';
import type { CodeDetail } from '@/lib/codes/find/queries';
import { DetailCard } from './detail-card';
import { PickButton } from './pick-button';
import { RenameButton } from './rename-button';
import { useOrganize } from './use-organize';

export type InfoCardProps = { code: CodeDetail; canWrite: boolean };

/** What the team calls the code, where it is kept and where it came from; changed where it stands. */
export function InfoCard({ code, canWrite }: InfoCardProps) {
  const t = useTranslations('codes.detail');
  return (
    <DetailCard title={t('sections.info')}>
      <DescriptionList>
        <DescriptionRow label={t('fields.name')} action={canWrite && <RenameButton code={code} />}>
          {code.name}
        </DescriptionRow>
        {code.note !== '' && (
          <DescriptionRow label={t('fields.note')}>
            <span className="whitespace-pre-wrap">{code.note}</span>
          </DescriptionRow>
        )}
        <Order code={code} canWrite={canWrite} />
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
        <DescriptionRow label={t('fields.createdBy')}>
          {code.createdByKey
            ? t('fields.byKey', code.createdByKey)
            : (code.createdBy?.name ?? t('fields.system'))}
          <span className="text-muted-foreground">
            {' · '}
            <DateTime value={code.createdAt} />
          </span>
        </DescriptionRow>
      </DescriptionList>
    </DetailCard>
  );
}

function Order({ code, canWrite }: InfoCardProps) {
  const t = useTranslations('organize');
  const { tagIds, folderId, setTags, setFolder } = useOrganize(code);
  return (
    <>
      <DescriptionRow
        label={t('folders.one')}
        action={
          canWrite && (
            <PickButton kind="folder" label={t('folders.change')} chosen={folderId} onChange={setFolder} />
          )
        }
      >
        {code.folder?.name ?? <span className="text-muted-foreground">{t('folders.out')}</span>}
      </DescriptionRow>
      <DescriptionRow
        label={t('tags.title')}
        action={
          canWrite && <PickButton kind="tags" label={t('tags.change')} chosen={tagIds} onChange={setTags} />
        }
      >
        {tagIds.length > 0 ? (
          <TagList tagIds={tagIds} />
        ) : (
          <span className="text-muted-foreground">{t('tags.noneHere')}</span>
        )}
      </DescriptionRow>
    </>
  );
}
