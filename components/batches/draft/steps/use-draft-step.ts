'use client';

import { useEffect, useRef, useState } from 'react';
import { useAddress } from '@/components/data/use-address';
import { useSame } from '@/components/data/use-same';
import type { DryRunState } from '@/components/batches/draft/check/use-dry-run';
import type { Draft } from '@/lib/batches/draft/draft-types';
import { isComplete } from '@/lib/batches/plan/plan';

export const DRAFT_STEPS = ['data', 'columns', 'look', 'check'] as const;
export type DraftStep = (typeof DRAFT_STEPS)[number];

/** What each step is about. */
export type DraftStepProps = { draft: Draft; check: DryRunState };

/** A table whose columns were understood goes straight to its check: the other steps are for what is to be otherwise. */
function firstStep({ plan }: Draft): DraftStep {
  return isComplete(plan) ? 'check' : 'columns';
}

/**
 * Which step is shown, kept in the address so that a reload and a link lead back to it. Going to one puts the focus at its
 * beginning, also when it is there already.
 */
export function useDraftStep(draft: Draft) {
  // What the page began with stays, however the plan changes meanwhile.
  const [first] = useState(() => firstStep(draft));
  const [address, setAddress] = useAddress();
  const [moves, setMoves] = useState(0);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (moves > 0) place.current?.focus();
  }, [moves]);
  const go = useSame((step: DraftStep) => {
    setAddress({ step });
    setMoves((before) => before + 1);
  });
  const asked = address.get('step');
  return {
    step: DRAFT_STEPS.find((known) => known === asked) ?? first,
    place,
    go,
  };
}

export type DraftSteps = ReturnType<typeof useDraftStep>;
