/** SQLSTATE: no connection, no room or memory, being shut down, read-only, and what two transactions did to each other. */
const STATES = /^(08\w{3}|53\w{3}|57P0[1-5]|58030|25006|25P0[34]|40001|40P01)$/;
/** Of Prisma: not reached, ended, no connection free, no transaction in time. */
const PRISMA = /^P(1001|1002|1008|1017|2024|2028|2034|2037)$/;
const SOCKET =
  /^(ECONNREFUSED|ECONNRESET|ECONNABORTED|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH)$/;
/** Of Prisma's adapters. */
const KIND = /^(DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections)$/;
/** pg gives these no code. */
const WORDS = /connection terminated|connection error and is not queryable|exceeded when trying to connect/i;

/** After which it makes sense to ask again. */
export const PASSING_SECONDS = 10;

const DEPTH_MAX = 5;

function ofObject(error: object, depth: number): boolean {
  const { code, originalCode, errorCode, kind, message, cause, meta, driverAdapterError, errors } = {
    ...{ code: '', originalCode: '', errorCode: '', kind: '', message: '', errors: [] },
    ...{ cause: undefined, meta: undefined, driverAdapterError: undefined },
    ...error,
    // Of an Error this one is not enumerable.
    ...(error instanceof Error ? { message: error.message, cause: error.cause } : {}),
  };
  const codes = [code, originalCode, errorCode].map(String);
  if (codes.some((one) => STATES.test(one) || PRISMA.test(one) || SOCKET.test(one))) return true;
  if (KIND.test(String(kind)) || WORDS.test(String(message))) return true;
  return [cause, meta, driverAdapterError, ...errors].some((inner) => passesAt(inner, depth + 1));
}

function passesAt(error: unknown, depth: number): boolean {
  return typeof error === 'object' && error !== null && depth <= DEPTH_MAX && ofObject(error, depth);
}

/**
 * Whether the database could not do it now and may do the same later: it is away, being failed over, read-only, full or busy.
 * Nothing is wrong then with what it was asked for.
 */
export function isPassing(error: unknown): boolean {
  return passesAt(error, 0);
}
