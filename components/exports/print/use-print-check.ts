import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { fetchJson } from '@/lib/http/fetch-json';
import type { PrintCheck } from '@/lib/print/print-types';

/** Whoever looks through the designs with the arrow keys does not have all rows looked through for each of them. */
const PAUSE_MS = 250;

/** Waits, unless it is given up before. */
function settled(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, PAUSE_MS);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}

/**
 * What will not look as it was meant.
 * @param fields as `checkPrint` reads them
 * @param isMakeable nobody looks through what cannot be printed
 */
export function usePrintCheck(fields: [string, string][], isMakeable: boolean) {
  const address = new URLSearchParams(fields).toString();
  return useQuery({
    queryKey: ['print', 'check', address],
    queryFn: async ({ signal }) => {
      await settled(signal);
      return fetchJson<PrintCheck>(`/api/print/check?${address}`, signal);
    },
    placeholderData: keepPreviousData,
    enabled: isMakeable,
  });
}
