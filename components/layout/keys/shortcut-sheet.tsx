'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Dialog, DialogContent } from '@/components/ui/overlay/dialog';
import { Switch } from '@/components/ui/form/switch';
import { ShortcutKeys } from './shortcut-keys';
import { SHORTCUT_SCOPES, shortcutsOf } from './shortcut-lists';
import type { ShortcutScope } from './shortcuts';
import { areSingleKeysOn, setSingleKeys } from './single-keys';

export type ShortcutSheetProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Whether the reader may change something. */
  writer: boolean;
};

/** All keys of the console, from the table that the handlers read. */
export function ShortcutSheet({ open, onOpenChange, writer }: ShortcutSheetProps) {
  const t = useTranslations();
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent
        size="lg"
        title={t('layout.shortcuts.title')}
        description={t('layout.shortcuts.text')}
        closeLabel={t('common.close')}
      >
        <SingleKeysSwitch />
        <div className="gap-x-10 sm:columns-2">
          {SHORTCUT_SCOPES.map((scope) => (
            <ScopeTable key={scope} scope={scope} writer={writer} />
          ))}
        </div>
      </DialogContent>
    </Dialog>
  );
}

function SingleKeysSwitch() {
  const t = useTranslations('layout.shortcuts.single');
  const [on, setOn] = useState(areSingleKeysOn);
  const change = (wanted: boolean) => {
    setSingleKeys(wanted);
    setOn(wanted);
  };
  return (
    <div className="mb-5 border-b border-border pb-3">
      <Switch label={t('label')} description={t('text')} checked={on} onCheckedChange={change} />
    </div>
  );
}

function ScopeTable({ scope, writer }: { scope: ShortcutScope; writer: boolean }) {
  const t = useTranslations('layout.shortcuts');
  return (
    <section aria-labelledby={`shortcuts-${scope}`} className="mb-5 break-inside-avoid">
      <h3 id={`shortcuts-${scope}`} className="pb-1 text-xs font-medium text-muted-foreground">
        {t(`scopes.${scope}`)}
      </h3>
      <dl className="divide-y divide-border border-y border-border">
        {shortcutsOf(scope, writer).map((id) => (
          <div key={id} className="flex min-h-9 items-center justify-between gap-4 py-1">
            <dt>{t(`keys.${id}`)}</dt>
            <dd className="shrink-0 text-muted-foreground">
              <ShortcutKeys id={id} all spoken />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
