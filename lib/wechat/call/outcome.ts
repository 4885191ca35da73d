/** A picture that decodes completely. `numUsed` is WeChat's own count of `getwxacode` + `createwxaqrcode` codes. */
export type PictureOutcome = {
  kind: 'picture';
  bytes: Uint8Array;
  mediaType: 'image/jpeg' | 'image/png';
  widthPx: number;
  heightPx: number;
  numUsed: number | null;
};

/** WeChat definitely answered with an error code: no code was made and nothing was counted. */
export type RefusedOutcome = { kind: 'refused'; errcode: number; errmsg: string; rid: string | null };

/** The code of an error that says: this server may not be sent to that address. Nothing has left it then. */
export const PRIVATE_ADDRESS = 'ERR_PRIVATE_ADDRESS';

export type UncertainReason =
  | 'address'
  | 'timeout'
  | 'network'
  | 'http'
  | 'empty'
  | 'unreadable'
  | 'truncated';

/**
 * Nobody knows whether WeChat made (and counted) the code, unless `sent` is false: then nothing left this machine.
 * An `http` answer of 412 is refused by WeChat's gateway and makes nothing either. `detail` is for logs and
 * administrators and holds neither token nor secret nor URL.
 */
export type UncertainOutcome = {
  kind: 'uncertain';
  reason: UncertainReason;
  detail: string;
  sent: boolean;
  httpStatus?: number;
};

export type CodeOutcome = PictureOutcome | RefusedOutcome | UncertainOutcome;

/** Builds an uncertain outcome of a request that was, or may have been, sent. */
export function uncertain(reason: UncertainReason, detail: string, httpStatus?: number): UncertainOutcome {
  return {
    kind: 'uncertain',
    reason,
    detail,
    sent: true,
    ...(httpStatus === undefined ? {} : { httpStatus }),
  };
}
