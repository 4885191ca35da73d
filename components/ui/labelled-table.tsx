import type { ReactNode } from 'react';
import { cn } from './cn';
import { Table, TableCaption } from './table';
import { TableRegion } from './table-region';

export type LabelledTableProps = {
  /** Names the table, and the region in which it scrolls. */
  label: string;
  /** Stands inside of a card, whose shadow is enough. */
  inset?: boolean;
  className?: string;
  children: ReactNode;
};

/** A table in its region, both under one name. */
export function LabelledTable({ label, inset = false, className, children }: LabelledTableProps) {
  return (
    <TableRegion aria-label={label} className={cn(inset && 'rounded-lg shadow-none')}>
      <Table className={className}>
        <TableCaption>{label}</TableCaption>
        {children}
      </Table>
    </TableRegion>
  );
}
