import 'server-only';
import { createTransport } from 'nodemailer';
import { env } from '@/lib/env';
import { log } from '@/lib/log';

/** A server that says nothing for so long is taken for none: somebody waits for the answer. */
const PATIENCE_MS = 10_000;
/** Letters that go out beside each other. */
const CONNECTIONS = 3;

/** `text` is plain; links in it are whole addresses on a line of their own. */
export type Letter = {
  to: string;
  subject: string;
  text: string;
  /** The same each time that it is sent: mail programs show it once. */
  messageId?: string;
};

/** Whether this installation can send letters at all: with SMTP_URL, and APP_URL for the links in them. */
export const sendsMail = (): boolean => env().SMTP_URL !== undefined;

/** A path of ours as people open it from outside. @param path such as `/join?token=…` */
export function linkFromOutside(path: string): string {
  return new URL(path, env().APP_URL).href;
}

/**
 * Sends letters by SMTP_URL.
 * @returns for each whether the server took it. What it said instead stands in the log: it may name accounts of the server.
 */
export async function sendLetters(letters: readonly Letter[]): Promise<boolean[]> {
  const { SMTP_URL: url, MAIL_FROM: from } = env();
  if (url === undefined) return letters.map(() => false);
  const waits = {
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: 2 * PATIENCE_MS,
  };
  const transport = createTransport({ url, pool: true, maxConnections: CONNECTIONS, ...waits }, { from });
  const failed = (error: unknown) => {
    log().error({ err: error }, 'a letter could not be sent');
    return false;
  };
  try {
    // Once for all of them: a hundred letters must not wait for a server that is not there one after the other.
    if (!(await transport.verify().catch(failed))) return letters.map(() => false);
    return await Promise.all(letters.map((letter) => transport.sendMail(letter).then(() => true, failed)));
  } finally {
    transport.close();
  }
}
