'use client';

import { useTranslations } from 'next-intl';
import { useByteSize } from '@/components/data/texts/use-byte-size';
import { Badge } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import { LabelledTable } from '@/components/ui/labelled-table';
import { TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table';
import type { BackupItem } from '@/lib/backup/kept/queries';

const TONES = { WAITING: 'neutral', RUNNING: 'info', FINISHED: 'success', FAILED: 'danger' } as const;
const wide = 'max-md:hidden';

/** The backups that are kept, and the last that failed, newest first. */
export function BackupList({ items }: { items: readonly BackupItem[] }) {
  const t = useTranslations('system.backups.list');
  return (
    <LabelledTable label={t('label')} inset>
      <TableHeader>
        <TableRow>
          <TableHead>{t('at')}</TableHead>
          <TableHead>{t('state')}</TableHead>
          <TableHead className={wide}>{t('size')}</TableHead>
          <TableHead className={wide}>{t('file')}</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {items.map((item) => (
          <Row key={item.id} item={item} />
        ))}
      </TableBody>
    </LabelledTable>
  );
}

function Row({ item }: { item: BackupItem }) {
  const t = useTranslations('system.backups');
  const byteSize = useByteSize();
  const { state, failure, missingCount, fileName } = item;
  const size = item.sizeBytes === null ? null : byteSize(item.sizeBytes);
  return (
    <TableRow>
      <TableCell className="align-top">
        <DateTime value={item.at} />
        {size && (
          <span className="block text-[0.8125rem] leading-5 text-muted-foreground md:hidden">{size}</span>
        )}
      </TableCell>
      <TableCell className="align-top">
        <Badge tone={TONES[state]} dot>
          {t(`states.${state}`)}
        </Badge>
        {failure && <Note>{t(`failures.${failure}`)}</Note>}
        {missingCount > 0 && <Note>{t('missing', { count: missingCount })}</Note>}
      </TableCell>
      <TableCell className={`${wide} align-top whitespace-nowrap`}>{size}</TableCell>
      <TableCell className={`${wide} align-top`}>
        {fileName && <span className="font-mono text-xs wrap-anywhere">{fileName}</span>}
      </TableCell>
    </TableRow>
  );
}

function Note({ children }: { children: string }) {
  return <span className="mt-1 block text-[0.8125rem] leading-5 text-muted-foreground">{children}</span>;
}
