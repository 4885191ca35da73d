import 'server-only';
import { attachment } from '@/lib/codes/picture/picture-name';
import { log } from '@/lib/log';

/**
 * A stream that reads only as fast as it is read. Leaving before the end returns from the generator, so that its
 * `finally` frees what it holds.
 */
function toStream(chunks: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream(
    {
      pull: async (controller) => {
        const { done, value } = await chunks.next().catch((error: unknown) => {
          // The answer has begun: all that is left is to break it off, which the browser shows as a failed download.
          log().error({ err: error }, 'a download broke off');
          throw error;
        });
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: async () => {
        await chunks.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}

/** The answer to a plain link or form: the browser itself writes it to disk, whatever its size. */
export function downloadResponse(file: {
  fileName: string;
  mediaType: string;
  /** Null while nobody knows. */
  sizeBytes: number | null;
  chunks: AsyncGenerator<Uint8Array>;
}): Response {
  const { fileName, mediaType, sizeBytes, chunks } = file;
  return new Response(toStream(chunks), {
    headers: {
      'content-type': mediaType,
      'content-disposition': attachment(fileName),
      'cache-control': 'private, no-store',
      ...(sizeBytes !== null && { 'content-length': String(sizeBytes) }),
    },
  });
}
