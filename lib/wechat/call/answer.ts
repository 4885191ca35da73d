import type { CodeOutcome, UncertainOutcome } from './outcome';
import { uncertain } from './outcome';
import { decodePicture, sniffPicture } from './picture';
import { parseJsonObject, readRefusal } from './refusal';

export type {
  CodeOutcome,
  PictureOutcome,
  RefusedOutcome,
  UncertainOutcome,
  UncertainReason,
} from './outcome';

/** An HTTP answer read to its end. `numUsed` is the raw `Num-Used` header. */
export type Answer = {
  status: number;
  contentType: string | null;
  numUsed: string | null;
  bytes: Uint8Array;
};

/**
 * Decides what an answer is, by its bytes first: WeChat answers errors with HTTP 200, has labelled error JSON as
 * `image/jpeg`, and labels transparent PNGs so too. Never throws.
 */
export async function classifyAnswer(answer: Answer): Promise<CodeOutcome> {
  const isSuccess = answer.status >= 200 && answer.status < 300;
  if (isSuccess && sniffPicture(answer.bytes)) return classifyPicture(answer);
  const json = parseJsonObject(answer.bytes);
  const refused = json && readRefusal(json);
  if (refused) return refused;
  if (!isSuccess) return uncertain('http', `HTTP ${answer.status}, ${describeBody(answer)}`, answer.status);
  if (answer.bytes.length === 0) return uncertain('empty', describeBody(answer), answer.status);
  return uncertain('unreadable', json ? describeJson(json) : describeBody(answer), answer.status);
}

async function classifyPicture(answer: Answer): Promise<CodeOutcome> {
  const picture = await decodePicture(answer.bytes);
  if (!picture) return uncertain('truncated', describeBody(answer), answer.status);
  return { kind: 'picture', bytes: answer.bytes, ...picture, numUsed: readCount(answer.numUsed) };
}

/** Says what came without quoting it: a page of a proxy in between may repeat the URL, and the token with it. */
export function describeBody({ contentType, bytes }: Pick<Answer, 'contentType' | 'bytes'>): string {
  const mediaType = /^[\w.+-]+\/[\w.+-]+/.exec(contentType ?? '')?.[0].toLowerCase() ?? 'no media type';
  return `${bytes.length} bytes, ${mediaType}`;
}

/** An `errcode` that is there but none of WeChat's says nothing about what became of the code. */
function describeJson(json: Record<string, unknown>): string {
  return json.errcode === undefined || json.errcode === 0
    ? 'JSON without an error code'
    : "JSON with an error code that is none of WeChat's";
}

function readCount(header: string | null): number | null {
  return header !== null && /^\d{1,9}$/.test(header.trim()) ? Number(header) : null;
}

/** Without an answer nobody knows, unless nothing was sent or WeChat's gateway refused the framing (HTTP 412). */
export function mayHaveBeenMade(outcome: CodeOutcome): boolean {
  return outcome.kind === 'uncertain' && outcome.sent && !isFramingRefusal(outcome);
}

function isFramingRefusal({ reason, httpStatus }: UncertainOutcome): boolean {
  return reason === 'http' && httpStatus === 412;
}
