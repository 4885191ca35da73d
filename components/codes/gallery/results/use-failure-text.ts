import { useFailureTitle } from '@/components/data/texts/use-failure-title';
import { shownFailureKey } from '@/lib/codes/generate/failure-key';
import type { CodeItem } from '@/lib/codes/find/query-options';

/** Why a code failed, in a few words; the detail page has the rest. */
export function useFailureText() {
  const titleOf = useFailureTitle();
  return (item: CodeItem) => titleOf(shownFailureKey(item.failureKey));
}
