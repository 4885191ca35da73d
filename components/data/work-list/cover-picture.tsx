import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { PlainImage } from '@/components/ui/plain-image';
import type { Cover } from '@/lib/codes/find/covers';

export type CoverPictureProps = {
  covers: readonly Cover[];
  /** Where there is no picture yet. */
  icon: ReactNode;
  /** There is more than what is shown: drawn as a pile. */
  isMany: boolean;
};

/** The first code of what is named beside it. Nothing is said by it that the name does not say. */
export function CoverPicture({ covers: [cover], icon, isMany }: CoverPictureProps) {
  return (
    <span aria-hidden className="relative block size-10">
      {cover && isMany && (
        <>
          <span className="absolute inset-x-1.5 -top-1 h-3 rounded-t-sm border border-border bg-surface" />
          <span className="absolute inset-x-0.75 -top-0.5 h-3 rounded-t-sm border border-border bg-surface" />
        </>
      )}
      <span
        className={cn(
          'relative flex size-10 items-center justify-center overflow-hidden rounded-sm [&_svg]:size-4.5',
          cover ? 'border border-border bg-muted' : 'bg-muted text-muted-foreground',
        )}
      >
        {cover ? (
          <PlainImage
            src={`/api/codes/${cover.codeId}/image?v=${cover.imageSha256}&w=96`}
            alt=""
            loading="lazy"
            className="size-full object-contain"
          />
        ) : (
          icon
        )}
      </span>
    </span>
  );
}
