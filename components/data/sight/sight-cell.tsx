'use client';

import { wide } from '@/components/data/work-list/work-table';
import { cn } from '@/components/ui/cn';
import { TableCell } from '@/components/ui/table';
import { useSightText, type AppChoice, type Sight } from './sight-text';

type SightCellProps = { sight: Sight; apps: readonly AppChoice[] };

/** What somebody or something sees, in a column of a list; on phones the second line says it. */
export function SightCell({ sight, apps }: SightCellProps) {
  const { text, more } = useSightText(apps)(sight);
  return (
    <TableCell className={cn(wide, 'max-w-44 py-2', sight === null && 'text-muted-foreground')}>
      <span className="flex gap-1">
        <span title={text} className="truncate">
          {text}
        </span>
        <span>{more}</span>
      </span>
    </TableCell>
  );
}
