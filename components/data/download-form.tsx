'use client';

import { useTranslations } from 'next-intl';
import { useId, type ReactNode, type Ref, type SyntheticEvent } from 'react';
import { toast } from '@/components/ui/overlay/toast';
import type { PublicError } from '@/lib/i18n/translate-error';

/** A download never becomes the frame's document; what does is the refusal of the route. */
function refusalIn(frame: HTMLIFrameElement): string | null {
  try {
    const text = frame.contentDocument?.body.textContent ?? '';
    if (text === '') return null;
    const { error }: { error?: Partial<PublicError> } = JSON.parse(text);
    return error?.message ?? '';
  } catch {
    return '';
  }
}

export type DownloadFormProps = {
  ref?: Ref<HTMLFormElement> | undefined;
  /** Where the file is. */
  action: string;
  onRefused?: (() => void) | undefined;
  /** The button that submits it. */
  children: ReactNode;
};

/**
 * A native form, so that the browser itself streams the file to disk, whatever its size. It goes into a hidden frame: a
 * refusal must not replace the page.
 */
export function DownloadForm({ ref, action, onRefused, children }: DownloadFormProps) {
  const t = useTranslations();
  const frameName = useId();

  const onLoad = ({ currentTarget }: SyntheticEvent<HTMLIFrameElement>) => {
    const refusal = refusalIn(currentTarget);
    if (refusal === null) return;
    toast.error(refusal || t('common.error.title'));
    onRefused?.();
  };

  return (
    <form ref={ref} method="get" action={action} target={frameName}>
      {children}
      <iframe name={frameName} title={t('exports.job.frame')} onLoad={onLoad} hidden />
    </form>
  );
}
