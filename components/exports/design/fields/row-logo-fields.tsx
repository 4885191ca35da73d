import { Images, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ChoosePictures } from '@/components/exports/design/choose-pictures';
import type { History } from '@/components/exports/design/use-history';
import { Field } from '@/components/ui/form/field';
import { Input } from '@/components/ui/form/input';
import { Select } from '@/components/ui/form/select';
import { IconButton } from '@/components/ui/icon-button';
import { PlainImage } from '@/components/ui/plain-image';
import type { RowLogos } from '@/lib/print/design';
import { withLogos } from '@/lib/print/designs/edit-logos';
import { pictureAddress } from '@/lib/print/pictures/limits';
import { LOGO_COLUMN_MAX_CHARS } from '@/lib/print/row-logos';
import { useAddRowLogos, type RefusedFile } from './use-add-row-logos';

export type RowLogoFieldsProps = {
  history: History;
  at: number;
  logos: RowLogos;
  columns: readonly string[];
};

/** The column that names a picture in each row, and the pictures that it can name. */
export function RowLogoFields({ history, at, logos, columns }: RowLogoFieldsProps) {
  const { change } = history;
  const put = (changed: Partial<RowLogos>, gesture = '') =>
    change((now) => withLogos(now, at, (known) => ({ ...known, ...changed })), gesture);
  return (
    <>
      <ColumnField
        column={logos.column}
        columns={columns}
        onColumn={(column) => put({ column }, `${at} logoColumn`)}
      />
      <Files
        {...{ history, at }}
        files={logos.files}
        onRemove={(name) => put({ files: logos.files.filter((file) => file.name !== name) })}
      />
    </>
  );
}

type ColumnFieldProps = { column: string; columns: readonly string[]; onColumn: (column: string) => void };

/** Which columns there are is known where a batch is printed; else the name is typed. */
function ColumnField({ column, columns, onColumn }: ColumnFieldProps) {
  const t = useTranslations('designs.fields');
  const known = [...new Set([...columns, ...(column === '' ? [] : [column])])];
  return (
    <Field label={t('logoColumn')} hint={t('logoColumnHint')} className="col-span-2">
      {columns.length > 0 ? (
        <Select
          value={column}
          placeholder={t('logoColumnChoose')}
          items={known.map((value) => ({ value, label: value }))}
          onValueChange={onColumn}
        />
      ) : (
        <Input
          value={column}
          maxLength={LOGO_COLUMN_MAX_CHARS}
          onChange={({ target }) => onColumn(target.value)}
        />
      )}
    </Field>
  );
}

type FilesProps = {
  history: History;
  at: number;
  files: RowLogos['files'];
  onRemove: (name: string) => void;
};

function Files({ history, at, files, onRemove }: FilesProps) {
  const t = useTranslations('designs.fields');
  const { add, isAdding, progress, refused } = useAddRowLogos(history, at);
  return (
    <Field label={t('logoFiles')} group hint={t('logoFilesHint')} className="col-span-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <ChoosePictures
          icon={Images}
          label={t('logoFilesAdd')}
          multiple
          pending={isAdding}
          onChosen={(chosen) => add(chosen)}
        />
        <p role="status" className="text-xs leading-5 text-muted-foreground tabular-nums">
          {isAdding ? t('logoFilesAdding', progress) : t('logoFilesCount', { count: files.length })}
        </p>
      </div>
      <Refused files={refused} />
      {files.length > 0 && (
        <ul
          aria-label={t('logoFiles')}
          // Its own part of the page for keys, too: a list of hundreds is scrolled.
          tabIndex={0}
          className="mt-2 max-h-64 divide-y divide-border overflow-y-auto rounded-md border border-border focus-ring"
        >
          {files.map(({ name, picture }) => (
            <li key={name} className="flex items-center gap-2 py-1 ps-2 pe-1">
              <PlainImage
                src={pictureAddress(picture)}
                alt=""
                loading="lazy"
                className="size-8 shrink-0 rounded-full bg-white object-cover"
              />
              <span className="min-w-0 flex-1 truncate text-[0.8125rem]" title={name}>
                {name}
              </span>
              <IconButton label={t('logoFileRemove', { name })} onClick={() => onRemove(name)}>
                <X aria-hidden />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
    </Field>
  );
}

function Refused({ files }: { files: readonly RefusedFile[] }) {
  const t = useTranslations('designs.fields');
  if (files.length === 0) return null;
  return (
    <div role="alert" className="mt-2 text-[0.8125rem] leading-5 text-danger-text">
      <ul className="flex flex-col gap-1">
        {files.map((file, at) => (
          <li key={at} className="wrap-anywhere">
            {t('logoFileRefused', file)}
          </li>
        ))}
      </ul>
    </div>
  );
}
