/** What a proxy answers while the server behind it is away. */
const AWAY = [502, 503, 504];
const AGAIN_AFTER_MS = 2_000;

/** Whether Next asks for the page that a press leads to. What it fetches ahead may fail: nobody waits for it. */
function isWay(request: RequestInit | undefined): boolean {
  const headers = new Headers(request?.headers);
  return headers.has('rsc') && !headers.has('next-router-prefetch');
}

function aMoment(): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer);
      window.removeEventListener('online', go);
      resolve();
    };
    const timer = setTimeout(go, AGAIN_AFTER_MS);
    window.addEventListener('online', go);
  });
}

/**
 * Asks again for a page while the server cannot be reached. Next would leave for the browser's own error page, and what
 * is on the screen would be gone. Only reads are repeated: of a change nobody knows whether it was made.
 * @returns ends it
 */
export function waitForServer(say: { away: () => void; back: () => void }): () => void {
  const ask = window.fetch;
  window.fetch = async (input, request) => {
    if (!isWay(request)) return ask(input, request);
    for (let tries = 1; ; tries++) {
      const answer = await ask(input, request).catch(() => null);
      request?.signal?.throwIfAborted();
      if (answer && !AWAY.includes(answer.status)) {
        if (tries > 1) say.back();
        return answer;
      }
      say.away();
      await aMoment();
    }
  };
  return () => {
    window.fetch = ask;
  };
}
