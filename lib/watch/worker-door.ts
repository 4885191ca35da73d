import 'server-only';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { log } from '@/lib/log';
import { answerMetrics } from './metrics-door';
import { answerReady } from './ready-answer';

const LIVES = () => Response.json({ status: 'ok' }, { headers: { 'cache-control': 'no-store' } });

async function answer({ method, url, headers }: IncomingMessage): Promise<Response> {
  const path = url?.split('?', 1)[0];
  if (method === 'GET' && path === '/api/health') return LIVES();
  if (method === 'GET' && path === '/api/ready') return answerReady();
  if (method === 'GET' && path === '/metrics') return answerMetrics(headers.authorization ?? null);
  return new Response('Not found\n', { status: 404 });
}

/** What a worker that runs alone tells those who watch, at the paths of the web server. */
export async function openWorkerDoor(port: number): Promise<Server> {
  const server = createServer((request, response) => {
    answer(request).then(
      async (result) => {
        response.writeHead(result.status, Object.fromEntries(result.headers));
        response.end(await result.text());
      },
      (error: unknown) => {
        log().error({ err: error }, 'the door of the worker failed');
        response.writeHead(500).end();
      },
    );
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, resolve));
  return server;
}
