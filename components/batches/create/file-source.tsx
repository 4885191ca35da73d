'use client';

import { FileSpreadsheet, Upload, X } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useRef, useState, type DragEvent } from 'react';
import { useController } from 'react-hook-form';
import { buttonVariants } from '@/components/ui/button-variants';
import { cn } from '@/components/ui/cn';
import { Field } from '@/components/ui/form/field';
import { IconButton } from '@/components/ui/icon-button';
import { FILE_MAX_BYTES, TABLE_MAX_ROWS } from '@/lib/batches/limits';
import type { CreateValues } from './create-values';

const ACCEPT =
  '.csv,.tsv,.txt,.xlsx,.xlsm,.xltx,.xls,.xlt,.xlsb,.et,.ods,.xml,.html,.htm,text/csv,text/tab-separated-values';
const MEGABYTE = 1024 * 1024;

/** A place to drop a file; the button opens the system's own dialog, which is also the keyboard's way. */
export function FileSource() {
  const t = useTranslations('batches.file');
  const { field, fieldState } = useController<CreateValues, 'file'>({ name: 'file' });
  const input = useRef<HTMLInputElement>(null);
  const choose = (file: File | null | undefined) => {
    field.onChange(file ?? null);
    // The same file, corrected meanwhile, may be chosen again.
    if (!file && input.current) input.current.value = '';
  };
  return (
    <Field
      label={t('label')}
      labelHidden
      hint={t('hint', { rows: TABLE_MAX_ROWS, size: FILE_MAX_BYTES / MEGABYTE })}
      error={fieldState.error?.message}
      group
    >
      <DropZone onDrop={choose} invalid={Boolean(fieldState.error)}>
        {field.value ? (
          <Chosen file={field.value} onRemove={() => choose(null)} />
        ) : (
          <Upload aria-hidden className="size-6 text-muted-foreground" />
        )}
        <p className="flex flex-wrap items-center justify-center gap-x-1.5 gap-y-2 text-muted-foreground">
          {!field.value && <span className="pointer-coarse:hidden">{t('drop')}</span>}
          <label className={cn(buttonVariants({ variant: 'secondary' }), 'relative')}>
            {field.value ? t('replace') : t('choose')}
            <input
              ref={(element) => {
                input.current = element;
                field.ref(element);
              }}
              type="file"
              accept={ACCEPT}
              aria-invalid={Boolean(fieldState.error)}
              className="absolute inset-0 cursor-pointer rounded-md text-[0px] opacity-0"
              onBlur={field.onBlur}
              onChange={(event) => choose(event.target.files?.[0])}
            />
            <span aria-hidden className="pointer-events-none absolute -inset-1 rounded-lg" />
          </label>
        </p>
      </DropZone>
    </Field>
  );
}

type DropZoneProps = {
  onDrop: (file: File | undefined) => void;
  invalid: boolean;
  children: React.ReactNode;
};

function DropZone({ onDrop, invalid, children }: DropZoneProps) {
  const [over, setOver] = useState(false);
  const drag = (inside: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(inside);
  };
  return (
    <div
      data-over={over || undefined}
      onDragEnter={drag(true)}
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={(event) => {
        drag(false)(event);
        onDrop(event.dataTransfer.files[0]);
      }}
      className={cn(
        'flex min-h-44 flex-col items-center justify-center gap-3 rounded-lg border border-dashed border-input/70 bg-muted/40 px-4 py-6 text-center transition-colors',
        'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ring',
        'data-over:border-accent data-over:bg-accent-subtle/60',
        invalid && 'border-danger',
      )}
    >
      {children}
    </div>
  );
}

function Chosen({ file, onRemove }: { file: File; onRemove: () => void }) {
  const common = useTranslations('common');
  const format = useFormatter();
  const size =
    file.size < MEGABYTE
      ? format.number(file.size / 1024, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 })
      : format.number(file.size / MEGABYTE, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 });
  return (
    <div className="flex max-w-full items-center gap-3 rounded-md border border-border bg-surface py-2 ps-3 pe-1.5 text-start shadow-xs">
      <FileSpreadsheet aria-hidden className="size-5 shrink-0 text-success-text" />
      <span className="min-w-0">
        <span className="block truncate font-medium">{file.name}</span>
        <span className="block text-xs text-muted-foreground">{size}</span>
      </span>
      <IconButton label={common('clear')} size="icon-sm" onClick={onRemove}>
        <X aria-hidden />
      </IconButton>
    </div>
  );
}
