'use client';

import { useTranslations } from 'next-intl';
import { DescriptionList, DescriptionRow } from '@/components/ui/description-list';
import { TagList } from '@/components/codes/tags/tag-list';
import { DetailCard } from './detail-card';
import { PickButton } from './pick-button';
import { useOrganize, type OrganizeCardProps } from './use-organize';

/** Where the code is kept: its folder and its tags, changed where they stand. */
export function OrganizeCard({ code, canWrite }: OrganizeCardProps) {
  const t = useTranslations('organize');
  const { tagIds, folderId, setTags, setFolder } = useOrganize(code);
  return (
    <DetailCard title={t('card')}>
      <DescriptionList>
        <DescriptionRow label={t('folders.one')}>
          <span className="flex items-center justify-between gap-2">
            <span className="min-w-0 truncate">{code.folder?.name ?? t('folders.out')}</span>
            {canWrite && (
              <PickButton kind="folder" label={t('folders.change')} chosen={folderId} onChange={setFolder} />
            )}
          </span>
        </DescriptionRow>
        <DescriptionRow label={t('tags.title')}>
          <span className="flex items-center justify-between gap-2">
            {tagIds.length > 0 ? (
              <TagList tagIds={tagIds} />
            ) : (
              <span className="text-muted-foreground">{t('tags.noneHere')}</span>
            )}
            {canWrite && (
              <PickButton kind="tags" label={t('tags.change')} chosen={tagIds} onChange={setTags} />
            )}
          </span>
        </DescriptionRow>
      </DescriptionList>
    </DetailCard>
  );
}
