'use client';

import { Download } from 'lucide-react';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { useExportAll, type ExportAllProps } from './use-export-all';

export function ExportAllLink(props: ExportAllProps) {
  const { canExport, href, short, text } = useExportAll(props);
  if (!canExport) return null;
  return (
    <Button variant="secondary" size="sm" render={<Link href={href} prefetch={false} title={text} />}>
      <Download aria-hidden className="max-sm:hidden" />
      <span aria-hidden className="sm:hidden">
        {short}
      </span>
      <span className="max-sm:sr-only">{text}</span>
    </Button>
  );
}
