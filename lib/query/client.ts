import { defaultShouldDehydrateQuery, environmentManager, QueryClient } from '@tanstack/react-query';

const STALE_TIME_MS = 30_000;

function createQueryClient() {
  return new QueryClient({
    defaultOptions: {
      // Above zero, else the browser asks again for what the server has just rendered.
      queries: { staleTime: STALE_TIME_MS },
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
