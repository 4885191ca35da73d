import { answerReady } from '@/lib/watch/ready-answer';

/** For load balancers: whether this process can do its work, and which part keeps it from it. */
export function GET(): Promise<Response> {
  return answerReady();
}
