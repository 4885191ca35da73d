import { parentPort } from 'node:worker_threads';
import type { Pixels } from './pixels';
import { redraw } from './square';
import { trace } from './trace';
import type { VectorOutcome } from './vector';

// Runs in a thread of its own (vectors.ts starts it): a large code takes a third of a second.

export type VectorQuestion = { pixels: Pixels; isSquare: boolean };
export type VectorAnswer = VectorOutcome | { fault: string };

async function answer({ pixels, isSquare }: VectorQuestion): Promise<VectorAnswer> {
  try {
    return await (isSquare ? redraw(pixels) : trace(pixels));
  } catch (error) {
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.on('message', (question: VectorQuestion) => {
  void answer(question).then((outcome) => parentPort?.postMessage(outcome));
});
