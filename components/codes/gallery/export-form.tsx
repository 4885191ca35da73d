'use client';

import { FileArchive } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId, type SyntheticEvent } from 'react';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import type { CodeItem } from '@/lib/codes/query-options';
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

export type ExportFormProps = { items: CodeItem[]; maxCodes: number };

/**
 * A native form, so that the browser itself streams the ZIP to disk, whatever its size. It posts into a hidden frame:
 * a refusal must not replace the page.
 */
export function ExportForm({ items, maxCodes }: ExportFormProps) {
  const t = useTranslations();
  const frameName = useId();
  const ready = items.filter((item) => item.status === 'READY');
  const blocked = ready.length === 0 || ready.length > maxCodes;

  const onLoad = ({ currentTarget }: SyntheticEvent<HTMLIFrameElement>) => {
    const refusal = refusalIn(currentTarget);
    if (refusal !== null) toast.error(refusal || t('common.error.title'));
  };

  return (
    <form
      method="post"
      action="/api/exports"
      target={frameName}
      onSubmit={() => void toast.info(t('codes.gallery.export.started', { count: ready.length }))}
    >
      {ready.map(({ id }) => (
        <input key={id} type="hidden" name="id" value={id} />
      ))}
      <Button
        type="submit"
        variant="secondary"
        size="sm"
        disabled={blocked}
        title={
          blocked
            ? t(`codes.gallery.export.${ready.length === 0 ? 'nothing' : 'tooMany'}`, { max: maxCodes })
            : undefined
        }
      >
        <FileArchive aria-hidden />
        <span aria-hidden className="sm:hidden">
          ZIP
        </span>
        <span className="max-sm:sr-only">{t('codes.gallery.export.action')}</span>
      </Button>
      <iframe name={frameName} title={t('codes.gallery.export.action')} onLoad={onLoad} hidden />
    </form>
  );
}
