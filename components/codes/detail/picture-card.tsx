import { ImageOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { PlainImage } from '@/components/ui/plain-image';
import type { ReactNode } from 'react';
import { AutoRefresh } from '@/components/data/auto-refresh';
import { cn } from '@/components/ui/cn';
import { Spinner } from '@/components/ui/spinner';
import type { CodeDetail } from '@/lib/codes/find/queries';
import { PictureActions } from './picture-actions';
import { RegenerateButton } from './regenerate-button';

export type PictureCardProps = { code: CodeDetail; intact: boolean; canWrite: boolean };

/** The picture whole, as WeChat sent it; a square code is taller than wide. */
export function PictureCard({ code, intact, canWrite }: PictureCardProps) {
  const t = useTranslations('codes.detail.picture');
  if (code.status !== 'READY') return <Working title={t('working')} text={t('workingText')} />;
  return intact ? <Picture code={code} /> : <Missing codeId={code.id} canWrite={canWrite} />;
}

function Picture({ code }: { code: CodeDetail }) {
  const t = useTranslations('codes');
  const { id, imageSha256, imageWidthPx, imageHeightPx, imageType } = code;
  const target = code.path ?? (code.page || t('detail.picture.home'));
  return (
    <div className="flex flex-col gap-3">
      <div className="flex justify-center rounded-xl border border-border bg-surface p-6 shadow-xs">
        {/* Only what a scanner needs is white: in the dark, more would glare. */}
        <div
          className={cn(
            'overflow-hidden rounded-lg',
            imageType === 'image/png' && code.isHyaline ? 'checkerboard p-4' : 'bg-white p-2',
          )}
        >
          {/* Unoptimised: the bytes are WeChat's own, and what is seen is what is downloaded. */}
          <PlainImage
            src={`/api/codes/${id}/image?v=${imageSha256 ?? ''}`}
            width={imageWidthPx ?? code.width}
            height={imageHeightPx ?? code.width}
            alt={t('detail.picture.alt', {
              name: code.name,
              endpoint: t(`endpoints.${code.endpoint}.name`),
              target,
            })}
            className="h-auto max-w-full"
          />
        </div>
      </div>
      <PictureActions codeId={id} />
    </div>
  );
}

function Working({ title, text }: { title: string; text: string }) {
  return (
    <Frame>
      <AutoRefresh />
      <div role="status" className="flex flex-col items-center">
        <Spinner className="size-6 text-accent-text" />
        <p className="mt-4 font-medium">{title}</p>
        <p className="mt-1 text-[0.8125rem] text-muted-foreground">{text}</p>
      </div>
    </Frame>
  );
}

function Missing({ codeId, canWrite }: { codeId: string; canWrite: boolean }) {
  const t = useTranslations('codes.detail.picture');
  return (
    <Frame>
      <ImageOff aria-hidden className="size-6 text-muted-foreground" />
      <p className="mt-4 font-medium">{t('missing')}</p>
      <p className="mt-1 mb-5 text-[0.8125rem] text-muted-foreground">
        {t(canWrite ? 'missingText' : 'missingViewer')}
      </p>
      {canWrite && <RegenerateButton codeId={codeId} kind="refetch" />}
    </Frame>
  );
}

function Frame({ children }: { children: ReactNode }) {
  return (
    <div className="flex aspect-square flex-col items-center justify-center rounded-xl border border-dashed border-input/50 bg-surface p-6 text-center">
      {children}
    </div>
  );
}
