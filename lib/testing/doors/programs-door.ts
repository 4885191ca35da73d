import { once } from 'node:events';
import { CLIENT_ADDRESS_HEADER } from '@/lib/http/client-address';
import { createFrontDoor } from '@/lib/http/front/front-door';
import { ProgramDoor } from '@/lib/http/program-door';

/** What Next would be asked is answered with this. */
export const NEXT_STATUS = 418;

/** The doors of programs as scripts/serve.ts hangs them in, on a port of this machine: for clients that other people wrote. */
export async function openProgramsDoor(): Promise<{ url: URL; close: () => void }> {
  const programs = new ProgramDoor();
  const server = createFrontDoor(
    async (_request, response) => void response.writeHead(NEXT_STATUS).end(),
    async () => false,
    (request, response) => {
      request.headers[CLIENT_ADDRESS_HEADER] = '192.0.2.1';
      return programs.answers(request, response);
    },
  );
  // A connection that waits for a busy machine is not closed under it.
  server.keepAliveTimeout = 60_000;
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: new URL(`http://127.0.0.1:${port}`), close };
}
