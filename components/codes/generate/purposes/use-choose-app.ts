'use client';

import { withApp } from './purpose-values';
import { useChange, usePurpose } from './use-purpose-form';

/** Chooses the Mini Program: a purpose opens another page in each. */
export function useChooseApp(): (id: string) => void {
  const purpose = usePurpose();
  const change = useChange();
  return (id) => change((values) => (purpose ? withApp(purpose, values, id) : { miniProgramId: id }));
}
