import { answerAssistant } from '@/lib/mcp/mcp';

// Nothing is streamed and no session is kept: GET and DELETE are answered by Next with 405, as the protocol has it.
export const POST = answerAssistant;
