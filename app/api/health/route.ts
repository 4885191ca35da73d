/**
 * Whether this process lives: it answers. What it stands on says `/api/ready`; whoever restarts processes that do not live
 * would gain nothing by it while a database is down.
 */
export function GET(): Response {
  return Response.json({ status: 'ok' }, { headers: { 'cache-control': 'no-store' } });
}
