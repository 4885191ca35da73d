import 'server-only';
import { isStopping } from '@/lib/http/stopping';
import { REASONS, type PartState } from './parts';
import { checkReadiness } from './ready';

const inWords = (part: PartState) =>
  part.status === 'ok' ? part : { ...part, message: REASONS[part.reason] };

const STOPPING = { status: 'failing', reason: 'stopping', message: 'is about to end; ask another process' };

function answer(status: string, parts: object): Response {
  return Response.json(
    { status, parts },
    { status: status === 'not ready' ? 503 : 200, headers: { 'cache-control': 'no-store' } },
  );
}

/** 200 while this process can do its work, 503 with the reason while it cannot. */
export async function answerReady(): Promise<Response> {
  if (isStopping()) return answer('not ready', { process: STOPPING });
  const { status, parts } = await checkReadiness();
  const shown = Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, inWords(part)]));
  return answer(status, shown);
}
