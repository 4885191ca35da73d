'use client';

import { CircleAlert, CircleCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { PageHeader } from '@/components/layout/page/page-header';
import { SandboxBadge } from '@/components/layout/scope/sandbox-badge';
import { Button } from '@/components/ui/button';
import { Spinner } from '@/components/ui/spinner';
import type { Draft, Preset } from '@/lib/batches/draft/draft-types';
import { RenameBatch } from '../rename-batch';
import { StateBadge } from '../state-badge';
import { DraftMenu } from './draft-menu';
import { PresetsButton } from '@/components/batches/draft/presets/presets-button';
import type { SaveState } from './use-plan-form';

export type DraftHeaderProps = {
  draft: Draft;
  presets: Preset[];
  saving: SaveState;
  onRetrySave: () => void;
};

export function DraftHeader({ draft, presets, saving, onRetrySave }: DraftHeaderProps) {
  const t = useTranslations('batches');
  const { id, name, miniProgram, rowCount, columns } = draft;
  return (
    <PageHeader
      back={{ href: '/batches', label: t('back') }}
      title={name}
      badge={
        <>
          <RenameBatch batch={{ id, name }} />
          <StateBadge state="DRAFT" />
          <SandboxBadge mode={miniProgram.mode} />
          <SaveNote state={saving} onRetry={onRetrySave} />
        </>
      }
      description={`${miniProgram.name} · ${t('draft.size', { rows: rowCount, columns: columns.length })}`}
      actions={
        <>
          <PresetsButton draft={draft} presets={presets} />
          <DraftMenu batch={{ id, name }} />
        </>
      }
    />
  );
}

/** Says that nothing needs to be saved by hand. */
function SaveNote({ state, onRetry }: { state: SaveState; onRetry: () => void }) {
  const t = useTranslations('batches.draft');
  return (
    <span
      role="status"
      className="inline-flex min-h-6 items-center gap-1.5 text-[0.8125rem] text-muted-foreground"
    >
      {state === 'saving' && (
        <>
          <Spinner className="size-3.5" />
          {t('saving')}
        </>
      )}
      {state === 'saved' && (
        <>
          <CircleCheck aria-hidden className="size-3.5 text-success-text" />
          {t('saved')}
        </>
      )}
      {(state === 'failed' || state === 'refused') && (
        <span className="inline-flex items-center gap-1.5 text-danger-text">
          <CircleAlert aria-hidden className="size-3.5" />
          {t('saveFailed')}
          {state === 'failed' && (
            <Button variant="link" size="sm" onClick={onRetry}>
              {t('saveRetry')}
            </Button>
          )}
        </span>
      )}
    </span>
  );
}
