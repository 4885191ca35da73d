import { createServer, type IncomingMessage } from 'node:http';
import { z } from 'zod';
import { memberActor, type UserActor } from '@/lib/auth/actor';
import { generateCode } from '@/lib/codes/generate/service';
import { db } from '@/lib/db/client';

// The door through which the end-to-end tests get what a journey only stands on: codes, made by the use case that the
// form calls, in the process of the server under test, without a page.

const wanted = z.object({ mark: z.string().min(1), count: z.int().min(0).max(100) });

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

async function theOperator(): Promise<UserActor> {
  return memberActor(await db().user.findFirstOrThrow({ where: { role: 'OPERATOR' } }));
}

/** Codes with the scenes `<mark>-1`, `<mark>-2` …, in this order, in the sandbox that an installation comes with. */
async function makeCodes(given: unknown): Promise<{ sandboxId: string; ids: string[] }> {
  const { mark, count } = wanted.parse(given);
  const { id: sandboxId } = await db().miniProgram.findFirstOrThrow({
    where: { mode: 'SANDBOX' },
    orderBy: { createdAt: 'asc' },
  });
  const actor = await theOperator();
  const common = { miniProgramId: sandboxId, endpoint: 'getwxacodeunlimit' as const };
  const ids: string[] = [];
  for (let number = 1; number <= count; number += 1) {
    const { codeId } = await generateCode(actor, { ...common, scene: `${mark}-${number}` });
    // Nothing stands on a code that was refused.
    await db().code.findFirstOrThrow({ where: { id: codeId, status: 'READY' } });
    ids.push(codeId);
  }
  return { sandboxId, ids };
}

/** POST `{ mark, count }` to this port of the loopback interface answers with the ids of the codes and of the sandbox. */
export function serveGround(port: number): void {
  createServer((request, response) => {
    readJson(request)
      .then(makeCodes)
      .then(
        (made) => response.writeHead(200).end(JSON.stringify(made)),
        (error: unknown) => response.writeHead(500).end(String(error)),
      );
  }).listen(port, '127.0.0.1');
}
