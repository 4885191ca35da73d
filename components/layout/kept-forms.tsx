'use client';

import { useEffect } from 'react';
import { watchFields } from '@/components/data/kept-fields';

/** Part of every page; draws nothing. */
export function KeptForms() {
  useEffect(watchFields, []);
  return null;
}
