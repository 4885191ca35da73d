'use client';

import { Wand } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Trap } from '@/lib/wechat/rules/traps';
import { Button } from '@/components/ui/button';
import { useTrapText } from '@/components/codes/use-trap-text';
import type { Fix } from './trap-fixes';

/** Goes into `Field`'s `warning`. */
export function TrapTexts({ traps }: { traps: readonly Trap[] }) {
  const trapText = useTrapText();
  return traps.map((trap) => (
    <span key={trap.key} className="block">
      {trapText(trap)}
    </span>
  ));
}

/** Stands below the field, so that it stays when an error takes the place of the warning. */
export function TrapFixes({ fixes, onApply }: { fixes: readonly Fix[]; onApply: (fix: Fix) => void }) {
  const t = useTranslations('codes.generate.fix');
  if (fixes.length === 0) return null;
  return (
    <div className="mt-2 flex flex-wrap gap-2">
      {fixes.map((fix) => (
        <Button
          key={fix.key}
          variant="secondary"
          size="sm"
          className="h-auto min-h-8 py-1 text-start whitespace-normal"
          onClick={() => onApply(fix)}
        >
          <Wand aria-hidden />
          <span className="wrap-anywhere">{t(fix.key, { text: fix.text ?? '' })}</span>
        </Button>
      ))}
    </div>
  );
}
