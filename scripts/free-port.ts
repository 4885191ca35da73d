import { createServer } from 'node:net';

/** A port that nothing listens on, since another server of ours may be running on the usual ones. */
export function freePort(): Promise<string> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address
          ? resolve(String(address.port))
          : reject(new Error('The system gave no port.')),
      );
    });
  });
}
