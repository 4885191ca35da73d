import { answerProgram } from '@/lib/api/answer';

// The routes behind it are declared in lib/api/endpoints.ts.
export const GET = answerProgram;
export const POST = answerProgram;
export const PATCH = answerProgram;
export const DELETE = answerProgram;
