'use client';

import { Download } from 'lucide-react';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { useExportAll, type ExportAllProps } from './use-export-all';

export function ExportAllLink(props: ExportAllProps) {
  const { canExport, href, text } = useExportAll(props);
  if (!canExport) return null;
  return (
    <Button variant="secondary" size="sm" render={<Link href={href} prefetch={false} title={text} />}>
      <Download aria-hidden />
      <span className="max-sm:sr-only">{text}</span>
    </Button>
  );
}
