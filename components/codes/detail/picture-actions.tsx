'use client';

import { Copy, Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { VectorMenu } from './vector-menu';
import { useCopyPicture } from '../use-copy-picture';

/** Under the picture, in reach of the thumb. Copying is left out where the browser cannot copy pictures. */
export function PictureActions({ codeId }: { codeId: string }) {
  const t = useTranslations('codes');
  const copy = useCopyPicture();
  const url = `/api/codes/${codeId}/image`;
  return (
    <div className="flex flex-wrap gap-2">
      {copy && (
        <Button variant="secondary" className="flex-1" onClick={() => copy(url)}>
          <Copy aria-hidden />
          {t('copyPicture.label')}
        </Button>
      )}
      <VectorMenu codeId={codeId} />
      {/* The server names the file; `download` alone keeps the page where it is. */}
      <Button className="flex-1" render={<a href={`${url}?download=1`} download />}>
        <Download aria-hidden />
        {t('detail.actions.download')}
      </Button>
    </div>
  );
}
