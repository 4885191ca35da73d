import 'server-only';
import pg from 'pg';
import { log } from '@/lib/log';

/** How soon a server that says nothing is taken for one that is gone. */
export type Hearing = {
  /** A statement under way that nothing was heard of for so long is asked about. */
  silentMs: number;
  /** How long the server has for an answer on a new connection. */
  answerMs: number;
  /** How long the server keeps a transaction, and what it has locked, of a client that says nothing; ours end within 30 s. */
  abandonedMs: number;
};

const DEFAULT_HEARING: Hearing = { silentMs: 10_000, answerMs: 10_000, abandonedMs: 60_000 };

/** A request that gets no connection for so long ends with an error instead of waiting for ever; far longer than any queue of ours. */
const CONNECTION_WAIT_MS = 20_000;
const LOOKS = 4;
/** How often in a row the server has to say that a connection waits for us, while we wait for it. */
const LOST_AFTER = 2;

/** Whatever a server or its machine answers, it is there. */
const SILENCE = /timeout expired|Query read timeout|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN/;

/** The processes that a statement runs in, of those asked about. Behind a pooler they are not those that clients are told of. */
const AT_WORK = `
  SELECT pg_backend_pid() AS "own",
    ARRAY(SELECT pid FROM pg_stat_activity WHERE pid = ANY($1) AND state IS DISTINCT FROM 'idle') AS "busy"`;

type Heard = { client: pg.PoolClient; bytes: number; at: number; lost: number };
type Answer = 'silent' | 'unknown' | { busy: number[] };

const socketOf = ({ client }: Heard) => client.connection.stream;
const bytesOf = (heard: Heard) => Number(Reflect.get(socketOf(heard), 'bytesRead'));
const isWaiting = ({ client }: Heard) => Reflect.get(client, 'readyForQuery') === false;
const pidOf = (client: pg.ClientBase) => Number(Reflect.get(client, 'processID'));

/** One connection that asks one thing and is gone again. @throws when there is no answer in time */
export async function askOnce<Row extends pg.QueryResultRow>(
  url: string,
  {
    sql,
    values,
    connectMs,
    answerMs,
  }: { sql: string; values?: unknown[]; connectMs: number; answerMs: number },
): Promise<{ rows: Row[]; pid: number }> {
  const client = new pg.Client({
    ...{ connectionString: url, connectionTimeoutMillis: connectMs, query_timeout: answerMs },
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return { rows: (await client.query<Row>(sql, values)).rows, pid: pidOf(client) };
  } finally {
    void client.end().catch(() => undefined);
  }
}

/**
 * A server that vanishes without a word (its machine loses power, packets are dropped on the way) leaves connections that
 * wait for as long as TCP sends anew, a quarter of an hour, or for ever where a proxy holds the other end. No statement of
 * ours has a limit, since some take minutes; so when nothing was heard of one for a while, the server is asked on another
 * connection whether it is there and at work on it, and when it is not, the connection is ended.
 */
class Watch {
  readonly #url: string;
  readonly #hearing: Hearing;
  readonly #all = new Map<pg.PoolClient, Heard>();
  #isAsking = false;

  constructor(url: string, hearing: Hearing) {
    this.#url = url;
    this.#hearing = hearing;
  }

  add(client: pg.PoolClient): void {
    // One that nobody listens to would end the process; whoever uses it is told by its next statement.
    client.on('error', () => undefined);
    this.#all.set(client, { client, bytes: 0, at: 0, lost: 0 });
  }

  remove(client: pg.PoolClient): void {
    this.#all.delete(client);
  }

  async look(): Promise<void> {
    const silent = [...this.#all.values()].filter((heard) => this.#isSilent(heard));
    if (silent.length === 0 || this.#isAsking) return;
    this.#isAsking = true;
    const answer = await this.#ask(silent.map(({ client }) => pidOf(client)));
    this.#isAsking = false;
    const gone = silent.filter((heard) => this.#isSilent(heard) && this.#isGone(heard, answer));
    if (gone.length === 0) return;
    log().warn(
      {
        connections: gone.length,
        server: answer === 'silent' ? 'silent' : 'answers, and knows nothing of them',
      },
      'connections to PostgreSQL that nothing was heard of are ended',
    );
    for (const heard of gone)
      socketOf(heard).destroy(new Error('Connection terminated: PostgreSQL does not answer any more'));
  }

  #isSilent(heard: Heard): boolean {
    const bytes = bytesOf(heard);
    if (!isWaiting(heard) || bytes !== heard.bytes)
      Object.assign(heard, { bytes, at: performance.now(), lost: 0 });
    return performance.now() - heard.at >= this.#hearing.silentMs;
  }

  #isGone(heard: Heard, answer: Answer): boolean {
    if (answer === 'silent') return true;
    if (answer === 'unknown' || answer.busy.includes(pidOf(heard.client))) {
      // Asked about again after as long a silence.
      Object.assign(heard, { at: performance.now(), lost: 0 });
      return false;
    }
    heard.lost += 1;
    return heard.lost >= LOST_AFTER;
  }

  async #ask(pids: number[]): Promise<Answer> {
    const { answerMs } = this.#hearing;
    try {
      const question = { sql: AT_WORK, values: [pids], connectMs: answerMs, answerMs };
      const { rows, pid } = await askOnce<{ own: number; busy: number[] }>(this.#url, question);
      return rows[0]?.own === pid ? rows[0] : 'unknown';
    } catch (error) {
      return SILENCE.test(String(error)) ? 'silent' : 'unknown';
    }
  }
}

/** The other way round: a server is never told of clients that vanish, and would keep their locks for two hours. */
async function limitAbandoned(client: pg.ClientBase, { abandonedMs, answerMs }: Hearing): Promise<void> {
  // Not as a parameter of the start, which poolers refuse.
  const text = `SET idle_in_transaction_session_timeout = ${abandonedMs}`;
  const question: pg.QueryConfig & { query_timeout: number } = { text, query_timeout: answerMs };
  await client.query(question);
}

/** How every part of Suncode reaches a server: connections that break or fall silent are noticed, in use or not. */
export function openPool(url: string, config: pg.PoolConfig, hearing = DEFAULT_HEARING): pg.Pool {
  const pool = new pg.Pool({
    ...{ connectionString: url, connectionTimeoutMillis: CONNECTION_WAIT_MS },
    // Firewalls forget connections that say nothing, and a server that vanished is noticed by those that wait for nothing.
    ...{ keepAlive: true, keepAliveInitialDelayMillis: 10_000, ...config },
    onConnect: (client) => limitAbandoned(client, hearing),
  });
  const watch = new Watch(url, hearing);
  pool.on('connect', (client) => watch.add(client));
  pool.on('remove', (client) => watch.remove(client));
  pool.on('error', () => undefined);
  const timer = setInterval(() => {
    if (pool.ended) clearInterval(timer);
    else void watch.look();
  }, hearing.silentMs / LOOKS).unref();
  return pool;
}
