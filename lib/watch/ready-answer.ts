import 'server-only';
import { REASONS, type PartState } from './parts';
import { checkReadiness } from './ready';

const inWords = (part: PartState) =>
  part.status === 'ok' ? part : { ...part, message: REASONS[part.reason] };

/** 200 while this process can do its work, 503 with the reason while it cannot. */
export async function answerReady(): Promise<Response> {
  const { status, parts } = await checkReadiness();
  const shown = Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, inWords(part)]));
  return Response.json(
    { status, parts: shown },
    { status: status === 'not ready' ? 503 : 200, headers: { 'cache-control': 'no-store' } },
  );
}
