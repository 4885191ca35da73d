import { defaultShouldDehydrateQuery, environmentManager, QueryClient } from '@tanstack/react-query';
import { RequestError } from '@/lib/http/fetch-json';

const STALE_TIME_MS = 30_000;
const RETRIES_MAX = 2;
/** Offline, a question fails and says so; by default it would wait in silence and run when nobody expects it any more. */
const NETWORK_MODE = 'always';

/** What the server refuses it refuses again: only faults and lost connections are worth another try. */
function isWorthRetrying(failures: number, error: Error): boolean {
  return failures < RETRIES_MAX && !(error instanceof RequestError && error.status < 500);
}

function createQueryClient() {
  return new QueryClient({
    defaultOptions: {
      // Above zero, else the browser asks again for what the server has just rendered.
      queries: { staleTime: STALE_TIME_MS, retry: isWorthRetrying, networkMode: NETWORK_MODE },
      mutations: { networkMode: NETWORK_MODE },
      // Pending queries travel too, so that a page may prefetch without waiting.
      dehydrate: {
        shouldDehydrateQuery: (query) =>
          defaultShouldDehydrateQuery(query) || query.state.status === 'pending',
      },
    },
  });
}

let browserClient: QueryClient | undefined;

/** One client per request on the server, so that no viewer sees another's data; one for the whole visit in the browser. */
export function getQueryClient(): QueryClient {
  if (environmentManager.isServer()) return createQueryClient();
  browserClient ??= createQueryClient();
  return browserClient;
}
