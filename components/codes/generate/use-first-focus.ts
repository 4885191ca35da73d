'use client';

import { useEffect } from 'react';
import { controlId } from './form-values';

const FIRST = [controlId('scene'), controlId('path')];

/** Begins where one types, when nothing has the focus yet. On phones that would bring up the keyboard at once. */
export function useFirstFocus() {
  useEffect(() => {
    if (document.activeElement !== document.body) return;
    if (!matchMedia('(hover: hover) and (pointer: fine)').matches) return;
    const fields = FIRST.map((id) => document.getElementById(id));
    fields.find((field) => field !== null)?.focus({ preventScroll: true });
  }, []);
}
