'use client';

import { useTranslations } from 'next-intl';
import { useId, type ReactNode, type SyntheticEvent } from 'react';
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
  /** `post` makes an export, `get` fetches one again. */
  method: 'get' | 'post';
  action: string;
  fields?: readonly (readonly [name: string, value: string])[] | undefined;
  onStarted?: (() => void) | undefined;
  onRefused?: (() => void) | undefined;
  /** The button that submits it. */
  children: ReactNode;
  className?: string | undefined;
};

/**
 * A native form, so that the browser itself streams the file to disk, whatever its size. It goes into a hidden frame: a
 * refusal must not replace the page.
 */
export function DownloadForm(props: DownloadFormProps) {
  const { method, action, fields = [], onStarted, onRefused, children, className } = props;
  const t = useTranslations();
  const frameName = useId();

  const onLoad = ({ currentTarget }: SyntheticEvent<HTMLIFrameElement>) => {
    const refusal = refusalIn(currentTarget);
    if (refusal === null) return;
    toast.error(refusal || t('common.error.title'));
    onRefused?.();
  };

  return (
    <form method={method} action={action} target={frameName} onSubmit={onStarted} className={className}>
      {fields.map(([name, value], index) => (
        <input key={`${index} ${name}`} type="hidden" name={name} value={value} />
      ))}
      {children}
      <iframe name={frameName} title={t('exports.build.submit.frame')} onLoad={onLoad} hidden />
    </form>
  );
}
