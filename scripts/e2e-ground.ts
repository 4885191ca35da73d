import { createServer, type IncomingMessage } from 'node:http';
import { z } from 'zod';
import { memberActor, type UserActor } from '@/lib/auth/actor';
import { hashPassword } from '@/lib/auth/passwords/passwords';
import { generateCode } from '@/lib/codes/generate/service';
import { db } from '@/lib/db/client';
import { createFolder } from '@/lib/folders/service';

// The door through which the end-to-end tests get what a journey only stands on: codes, made by the use case that the
// form calls, and members, in the process of the server under test, without a page.

const wanted = z.union([
  z.object({
    mark: z.string().min(1),
    count: z.int().min(0).max(100),
    live: z.boolean().default(false),
    /** The name of a folder that is made for them. */ folder: z.string().min(1).optional(),
  }),
  z.object({ email: z.email(), password: z.string().min(1) }),
]);
type Wanted = z.infer<typeof wanted>;
type WantedCodes = Extract<Wanted, { mark: string }>;

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

async function theOperator(): Promise<UserActor> {
  return memberActor(await db().user.findFirstOrThrow({ where: { role: 'OPERATOR' } }));
}

type Made = { sandboxId: string; ids: string[]; scenes: string[]; folderId?: string };

/**
 * Codes with the scenes `<mark>-1`, `<mark>-2` …, in this order, in the sandbox that an installation comes with; live ones are
 * called so, and their scenes are keys.
 */
async function makeCodes({ mark, count, live: isLive, folder }: WantedCodes): Promise<Made> {
  const { id: sandboxId } = await db().miniProgram.findFirstOrThrow({
    where: { mode: 'SANDBOX' },
    orderBy: { createdAt: 'asc' },
  });
  const actor = await theOperator();
  const common = { miniProgramId: sandboxId, endpoint: 'getwxacodeunlimit' as const };
  const ids: string[] = [];
  const scenes: string[] = [];
  for (let number = 1; number <= count; number += 1) {
    const name = `${mark}-${number}`;
    const live = isLive ? { page: '', parameters: { table: String(number) } } : null;
    const { codeId } = await generateCode(actor, { ...common, name, scene: name, live });
    // Nothing stands on a code that was refused.
    const { scene } = await db().code.findFirstOrThrow({ where: { id: codeId, status: 'READY' } });
    ids.push(codeId);
    scenes.push(scene ?? '');
  }
  if (folder === undefined) return { sandboxId, ids, scenes };
  const folderId = await createFolder(actor, { name: folder });
  await db().code.updateMany({ where: { id: { in: ids } }, data: { folderId } });
  return { sandboxId, ids, scenes, folderId };
}

/** An operator, for journeys that change how somebody signs in. */
async function makeMember(email: string, password: string): Promise<object> {
  const passwordHash = await hashPassword(password);
  await db().user.create({ data: { email, name: '新同事', role: 'OPERATOR', passwordHash } });
  return {};
}

const make = (given: Wanted): Promise<object> =>
  'mark' in given ? makeCodes(given) : makeMember(given.email, given.password);

/**
 * POST `{ mark, count }` to this port of the loopback interface answers with the ids of the codes, of the sandbox and of
 * the folder, and with their scenes, `{ email, password }` with nothing.
 */
export function serveGround(port: number): void {
  createServer((request, response) => {
    readJson(request)
      .then((given) => make(wanted.parse(given)))
      .then(
        (made) => response.writeHead(200).end(JSON.stringify(made)),
        (error: unknown) => response.writeHead(500).end(String(error)),
      );
  }).listen(port, '127.0.0.1');
}
