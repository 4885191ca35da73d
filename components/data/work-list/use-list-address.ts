'use client';

import { useAddress } from '@/components/data/use-address';
import { readListParams, type ListParams } from '@/lib/lists/list-params';

/** Tab and search of a list of work, in the address. @param app what the page shows: the address's own, or the scope's */
export function useListAddress<Tab extends string>(tabs: readonly [Tab, ...Tab[]], app: string) {
  const [address, setAddress] = useAddress();
  const params: ListParams<Tab> = readListParams({ ...Object.fromEntries(address), app }, tabs);
  return {
    params,
    setTab: (tab: Tab) => setAddress({ tab: tab === tabs[0] ? null : tab }),
    setSearch: (q: string) => setAddress({ q: q.trim() === '' ? null : q }),
    clear: () => setAddress({ tab: null, q: null }),
  };
}

export type ListAddress<Tab extends string> = ReturnType<typeof useListAddress<Tab>>;
