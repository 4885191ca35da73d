import 'server-only';

export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';
}

/** @throws NoAnswerError when `work` takes longer; whatever becomes of it then is nobody's any more */
async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NoAnswerError(`no answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * A question that is asked again and again of something that may hang: while one is under way no second one is sent, so
 * that those who ask pile up nothing behind it.
 */
export function probe<T>(ask: () => Promise<T>): (withinMs: number) => Promise<T> {
  let running: Promise<T> | undefined;
  return (withinMs) => {
    running ??= ask().finally(() => {
      running = undefined;
    });
    return within(withinMs, running);
  };
}
