'use client';

import { TrapFixes } from '@/components/codes/generate/trap-notes';
import { useTraps } from '@/components/codes/generate/use-traps';

/** What one press puts right in the page that was typed. */
export function PageFixes() {
  const { fixes, apply } = useTraps('page');
  return <TrapFixes fixes={fixes} onApply={apply} />;
}
