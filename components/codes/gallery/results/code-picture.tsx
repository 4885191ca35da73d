'use client';

import { ImageOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { lazy, useState } from 'react';
import { pictureGround } from '@/components/data/picture-ground';
import { cn } from '@/components/ui/cn';
import { PlainImage } from '@/components/ui/plain-image';
import { OnceWanted } from '@/components/ui/overlay/once-wanted';
import type { CodeItem } from '@/lib/codes/find/query-options';
import { usePictureText } from './code-badges';
import { pictureUrl, thumbnailSet } from './code-text';

const NoPicture = lazy(() => import('./no-picture').then((room) => ({ default: room.NoPicture })));

export type CodePictureProps = {
  item: CodeItem;
  /** A thumbnail has no room for words. */
  compact?: boolean | undefined;
  /** How wide the picture is shown, for `sizes`. */
  shownWidth: string;
  /** In the first rows: not to be waited for until it scrolls into view. */
  eager?: boolean | undefined;
  className?: string | undefined;
};

/** The code on a square tile, whole whatever its shape; or what there is instead of it. */
export function CodePicture({ item, compact, shownWidth, eager, className }: CodePictureProps) {
  const [brokenUrl, setBrokenUrl] = useState<string | null>(null);
  const alt = usePictureText()(item);
  const url = pictureUrl(item);
  if (item.status !== 'READY' || !url)
    return (
      <OnceWanted when>
        <NoPicture item={item} compact={compact} className={className} />
      </OnceWanted>
    );
  if (brokenUrl === url) return <BrokenPicture alt={alt} compact={compact} className={className} />;
  return (
    <div
      className={cn(
        'flex aspect-square items-center justify-center overflow-hidden',
        pictureGround(item.isHyaline),
        className,
      )}
    >
      <PlainImage
        src={`${url}&w=320`}
        srcSet={thumbnailSet(url)}
        sizes={shownWidth}
        alt={alt}
        loading={eager ? 'eager' : 'lazy'}
        fetchPriority={eager ? 'high' : 'auto'}
        width={item.imageWidthPx ?? item.width}
        height={item.imageHeightPx ?? item.width}
        decoding="async"
        onError={() => setBrokenUrl(url)}
        className="size-full object-contain"
      />
    </div>
  );
}

type BrokenPictureProps = { alt: string; compact?: boolean | undefined; className?: string | undefined };

function BrokenPicture({ alt, compact, className }: BrokenPictureProps) {
  const t = useTranslations('codes.gallery');
  return (
    <div
      role="img"
      aria-label={`${alt}: ${t('pictureMissing')}`}
      className={cn(
        'flex aspect-square flex-col items-center justify-center gap-2 bg-muted text-center text-xs text-muted-foreground',
        className,
      )}
    >
      <ImageOff aria-hidden className="size-5" />
      {!compact && <span className="px-2">{t('pictureMissing')}</span>}
    </div>
  );
}
