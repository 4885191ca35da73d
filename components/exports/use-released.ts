import { useState } from 'react';
import type { ExportOutline } from '@/lib/exports/export-types';

type Asked = { outline: ExportOutline; scopeFields: [string, string][] };

/** The choice about codes that open the trial or development version: how many there are, and whether they go out too. */
export type UnreleasedChoice = {
  count: number;
  isIncluded: boolean;
  onChange: (isIncluded: boolean) => void;
};

/** What goes out: without codes that customers cannot open, until somebody says that they are wanted. */
export function useReleased({
  outline,
  scopeFields,
}: Asked): Asked & { unreleased: UnreleasedChoice | null } {
  const [isIncluded, onChange] = useState(false);
  const { released } = outline;
  if (!released) return { outline, scopeFields, unreleased: null };
  return {
    outline: isIncluded ? outline : { ...outline, ...released },
    scopeFields: [...scopeFields, ['unreleased', isIncluded ? 'include' : 'leaveOut']],
    unreleased: { count: outline.codes - released.codes, isIncluded, onChange },
  };
}
