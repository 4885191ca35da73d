'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { ShortcutKeys } from '@/components/layout/keys/shortcut-keys';
import { ariaKeys, type ShortcutId } from '@/components/layout/keys/shortcuts';
import { cn } from '@/components/ui/cn';
import { Tooltip } from '@/components/ui/overlay/tooltip';
import { SELECTION_MAX_CODES } from '@/lib/codes/limits';
import { BULK_ACTIONS, obstacleOf } from './bulk-actions';
import type { BulkActionId } from './asks-first';
import type { BulkTarget } from './target';

export type BulkButtonProps = {
  id: BulkActionId;
  target: BulkTarget;
  /** Among so many that their words fit on wide screens alone. */
  isOneOfMany: boolean;
  onAct: () => void;
};

/** One action of the bar. What cannot be done now stays in reach and says why. */
export function BulkButton({ id, target, isOneOfMany, onAct }: BulkButtonProps) {
  const t = useTranslations('bulk');
  const { icon: Icon, isDanger, shortcut } = BULK_ACTIONS[id];
  const obstacle = obstacleOf(id, target);
  const label = t(`actions.${id}`);
  const button = (
    <Button
      variant="secondary"
      size="sm"
      aria-label={label}
      aria-disabled={obstacle !== null}
      aria-keyshortcuts={shortcut && ariaKeys(shortcut)}
      onClick={obstacle ? undefined : onAct}
      className={cn(
        isOneOfMany ? '@max-[90rem]/bar:px-2' : '@max-[60rem]/bar:px-2',
        isDanger && 'text-danger-text',
      )}
    >
      <Icon aria-hidden />
      <span className={isOneOfMany ? '@max-[90rem]/bar:hidden' : '@max-[60rem]/bar:hidden'}>{label}</span>
    </Button>
  );
  const hint = obstacle ? (
    t(`disabled.${obstacle}`, { max: SELECTION_MAX_CODES })
  ) : (
    <Hint {...{ label, shortcut }} />
  );
  return <Tooltip content={hint}>{button}</Tooltip>;
}

function Hint({ label, shortcut }: { label: string; shortcut: ShortcutId | undefined }) {
  return (
    <span className="inline-flex items-center gap-2">
      {label}
      {shortcut && <ShortcutKeys id={shortcut} />}
    </span>
  );
}
