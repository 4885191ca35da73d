import { answerMetrics } from '@/lib/watch/metrics-door';

/** For Prometheus, which brings METRICS_TOKEN. */
export function GET(request: Request): Promise<Response> {
  return answerMetrics(request.headers.get('authorization'));
}
