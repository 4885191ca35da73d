'use client';

import { useEffect } from 'react';
import { watchFields } from '@/components/data/kept-fields';
import { useMissingParts } from '@/components/data/use-missing-parts';

/** Part of every page; draws nothing. */
export function KeptForms() {
  useMissingParts();
  useEffect(watchFields, []);
  return null;
}
