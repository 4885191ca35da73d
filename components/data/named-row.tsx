'use client';

import { Pencil, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState, type ReactNode } from 'react';
import { KeptTo } from '@/components/data/sight/kept-to';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';

export type NamedRowProps = {
  name: string;
  /** Others use it too, whom the reader does not see: it stays as it is. */
  fixed?: boolean;
  /** The Mini Programs that it is kept to. */
  appNames?: readonly string[];
  /** How the entry is shown; often a button that uses it. */
  children: ReactNode;
  /** Fields to change it, in the same place; `close` ends that. */
  form: (close: () => void) => ReactNode;
  deleteTitle: string;
  deleteText: string;
  onDelete: () => void;
  deleting: boolean;
};

/** An entry of a short list that is changed and deleted where it stands. */
export function NamedRow(props: NamedRowProps) {
  const t = useTranslations();
  const [mode, setMode] = useState<'shown' | 'changing' | 'asking'>('shown');
  const close = () => setMode('shown');
  if (mode === 'changing') return <div className="rounded-md bg-muted px-3 py-2.5">{props.form(close)}</div>;
  if (mode === 'asking') return <Asking {...props} onCancel={close} />;
  if (props.fixed)
    return (
      <div className="flex items-center gap-2">
        <div className="min-w-0 flex-1">{props.children}</div>
        <span className="shrink-0 text-xs text-muted-foreground">{t('organize.everybodys')}</span>
      </div>
    );
  return (
    <div className="flex items-center gap-0.5">
      <div className="min-w-0 flex-1">{props.children}</div>
      <KeptTo appNames={props.appNames ?? []} className="max-w-2/5" />
      <IconButton
        label={t('organize.edit', { name: props.name })}
        size="icon-sm"
        onClick={() => setMode('changing')}
      >
        <Pencil aria-hidden />
      </IconButton>
      <IconButton
        label={t('organize.delete', { name: props.name })}
        size="icon-sm"
        onClick={() => setMode('asking')}
      >
        <Trash2 aria-hidden />
      </IconButton>
    </div>
  );
}

function Asking(props: NamedRowProps & { onCancel: () => void }) {
  const { deleteTitle, deleteText, onDelete, deleting, onCancel } = props;
  const t = useTranslations('common');
  return (
    <div className="flex flex-col gap-2 rounded-md bg-danger-subtle px-3 py-2.5">
      <p className="font-medium wrap-anywhere">{deleteTitle}</p>
      <p className="text-xs leading-5 text-muted-foreground">{deleteText}</p>
      <div className="flex justify-end gap-2">
        <Button variant="secondary" size="sm" autoFocus onClick={onCancel}>
          {t('cancel')}
        </Button>
        <Button variant="danger" size="sm" pending={deleting} onClick={onDelete}>
          {t('delete')}
        </Button>
      </div>
    </div>
  );
}
