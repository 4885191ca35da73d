'use client';

import { useEffect } from 'react';
import type { Purpose } from '@/lib/purposes/purpose';
import { controlId } from './form-values';

const PARAMETERS = ['scene', 'path'] as const;

/** Begins where one types, when nothing has the focus yet. On phones that would bring up the keyboard at once. */
export function useFirstFocus(purpose: Purpose | undefined) {
  useEffect(() => {
    if (document.activeElement !== document.body) return;
    if (!matchMedia('(hover: hover) and (pointer: fine)').matches) return;
    const asked = purpose?.fields.map(({ key }) => `fields.${key}` as const) ?? [];
    const fields = [...asked, ...PARAMETERS].map((field) => document.getElementById(controlId(field)));
    fields.find((field) => field !== null)?.focus({ preventScroll: true });
    // Only once: a purpose that is chosen later has the focus on itself.
    // oxlint-disable-next-line react/exhaustive-deps -- only once
  }, []);
}
