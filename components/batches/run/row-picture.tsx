import { CircleAlert } from 'lucide-react';
import { pictureGround } from '@/components/data/picture-ground';
import { cn } from '@/components/ui/cn';
import { PlainImage } from '@/components/ui/plain-image';
import type { BatchRowItem } from '@/lib/batches/report/run-types';

const box = 'flex size-11 items-center justify-center overflow-hidden rounded-sm';

/** A thumbnail once there is a picture; its place before that, so that nothing jumps. The name beside it says what it is. */
export function RowPicture({ row: { codeId, imageSha256, isTransparent, status } }: { row: BatchRowItem }) {
  if (codeId && imageSha256)
    return (
      <span className={cn(box, 'border border-border/70', pictureGround(isTransparent))}>
        <PlainImage
          src={`/api/codes/${codeId}/image?v=${imageSha256}&w=96`}
          alt=""
          loading="lazy"
          className="size-full object-contain"
        />
      </span>
    );
  if (status === 'failed')
    return (
      <span className={cn(box, 'bg-danger-subtle text-danger-text')}>
        <CircleAlert aria-hidden className="size-5" />
      </span>
    );
  return (
    <span className={cn(box, status === 'running' ? 'shimmer' : 'border border-dashed border-border')} />
  );
}
