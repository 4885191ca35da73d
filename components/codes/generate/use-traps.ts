'use client';

import { useFormContext } from 'react-hook-form';
import { findTraps, type Trap, type TrapField } from '@/lib/wechat/rules/traps';
import type { GenerateFormValues } from './form-values';
import { useKnownPages } from '@/components/data/pages/use-known-pages';
import { unknownPageTraps } from '@/lib/apps/pages/known-pages';
import { findFixes, knownPageFixes, type Fix } from './trap-fixes';
import { useFormValues } from './use-generate-form';

type FieldTraps = { traps: Trap[]; fixes: Fix[]; apply: (fix: Fix) => void };

/** The traps of one field, and what one click could do about them. */
export function useTraps(field: TrapField): FieldTraps {
  const values = useFormValues();
  const { setValue, clearErrors, setFocus } = useFormContext<GenerateFormValues>();
  const known = useKnownPages(values.miniProgramId);
  const found = [...findTraps(values), ...unknownPageTraps(values, known)];
  const traps = found.filter((trap) => trap.field === field && isTimely(trap, values));
  const needsFix = traps.length > 0 || field === 'scene' || field === 'page';

  const apply = ({ changes }: Fix) => {
    const names = FIX_TARGETS.filter((name) => name in changes);
    for (const name of names) setValue(name, changes[name] ?? values[name], { shouldDirty: true });
    clearErrors(names);
    // The button that was pressed is about to go, and the focus with it; so does the scene of a live code.
    setFocus(changes.isLive ? 'isLive' : field);
  };
  const fixes = needsFix ? [...findFixes(field, values), ...knownPageFixes(field, values, known)] : [];
  return { traps, fixes, apply };
}

const FIX_TARGETS = [
  ...(['path', 'page', 'scene', 'lineColor', 'checkPath', 'envVersion'] as const),
  ...(['isLive', 'liveParameters'] as const),
] as const;

/** An untouched form need not open with a warning: the hint at the field says already what an empty page means. */
function isTimely({ key }: Trap, { scene }: GenerateFormValues): boolean {
  return key !== 'pageHome' || scene !== '';
}
