'use client';

import { useEffect } from 'react';
import { watchFields } from '@/components/data/update/kept-fields';
import { useMissingParts } from '@/components/data/update/use-missing-parts';

/** Part of every page; draws nothing. */
export function KeptForms() {
  useMissingParts();
  useEffect(watchFields, []);
  return null;
}
