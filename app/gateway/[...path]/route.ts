import { answerGateway } from '@/lib/gateway/gateway';

// Next drops Content-Length from what a route answers and sends chunks; all else of the answer is the gateway's own.
export const GET = answerGateway;
export const POST = answerGateway;
