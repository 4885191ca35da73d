import 'server-only';
import { recordAudit } from '@/lib/audit/service';
import { memberActor, type Actor } from '@/lib/auth/actor';
import { hashPassword } from '@/lib/auth/passwords/passwords';
import { requirePermission } from '@/lib/auth/permissions';
import { clock } from '@/lib/clock';
import { db, type Tx } from '@/lib/db/client';
import type { Role } from '@/lib/db/generated/enums';
import { AppError, type CommonIssueKey, type IssueValues } from '@/lib/errors';
import { parseInput } from '@/lib/validation';
import { INVITATION_DAYS, INVITED_MAX } from './limits';
import { sendInvitations, type Sent } from './letters';
import { linkTokenHash, newLinkToken } from './link-token';
import { madeBy } from './made-links';
import { requireStrongPassword } from './password-strength';
import { sightText, storedSight } from './sight';
import { emailSchema, inviteSchema, joinSchema, type InviteInput, type JoinInput } from './schema';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The token is told here and never again. */
export type NewInvitation = { email: string; token: string; sent: Sent };

function refuseEmails(key: CommonIssueKey, values: IssueValues = {}): never {
  throw new AppError('INVALID_INPUT', { issues: [{ field: 'emails', key: `errors.issues.${key}`, values }] });
}

/** @throws AppError INVALID_INPUT that names the first text that is no address */
function addressesIn(pasted: string): string[] {
  // `Name <address>` is how mail programs copy people.
  const texts = pasted
    .split(/[\n,;，；、]+/)
    .map((text) => (/<([^<>]*)>\s*$/.exec(text)?.[1] ?? text).trim());
  const words = texts.flatMap((text) => text.split(/\s+/)).filter((text) => text !== '');
  if (words.length === 0) refuseEmails('emailNone');
  const addresses = words.map((text) => {
    const parsed = emailSchema.safeParse(text);
    return parsed.success ? parsed.data : refuseEmails('emailOf', { text: text.slice(0, 100) });
  });
  const different = [...new Set(addresses)];
  if (different.length > INVITED_MAX)
    refuseEmails('emailTooMany', { max: INVITED_MAX, count: different.length });
  return different;
}

async function requireNoMembers(tx: Tx, emails: string[]): Promise<void> {
  const where = { email: { in: emails } };
  const member = await tx.user.findFirst({ where, select: { email: true }, orderBy: { email: 'asc' } });
  if (member?.email) refuseEmails('emailMember', { text: member.email });
}

/**
 * Makes a one-time link for each address, and sends it where the installation sends letters. Who was invited before gets a
 * new link, and the one before ends.
 * @throws AppError FORBIDDEN, INVALID_INPUT when a text is no address or a member's; then nobody is invited; NOT_FOUND
 *   for a Mini Program that is not there
 */
export async function inviteMembers(actor: Actor, input: InviteInput): Promise<NewInvitation[]> {
  requirePermission(actor, 'members.manage');
  const { emails: pasted, role, appIds } = parseInput(inviteSchema, input);
  const made = addressesIn(pasted).map((email) => ({ email, ...newLinkToken() }));
  await db().$transaction(async (tx) => {
    await requireNoMembers(
      tx,
      made.map(({ email }) => email),
    );
    // An administrator sees everything.
    const sight = await storedSight(tx, actor, role === 'ADMIN' ? null : appIds);
    const apps = await sightText(tx, sight);
    const now = clock.now();
    const times = { createdAt: now, expiresAt: new Date(now.getTime() + INVITATION_DAYS * DAY_MS) };
    for (const { email, tokenHash } of made) {
      const by = { invitedByName: actor.name, ...madeBy(actor) };
      const data = { role, tokenHash, ...by, ...sight, ...times };
      const { id } = await tx.invitation.upsert({
        where: { email },
        create: { email, ...data },
        update: data,
        select: { id: true },
      });
      const details = { email, role, apps, sees: sight.seesAll ? 'all' : sight.seenAppIds };
      await recordAudit(tx, actor, { action: 'user.invite', targetId: id, details });
    }
  });
  const sent = await sendInvitations(actor, made);
  return made.map(({ email, token }, at) => ({ email, token, sent: sent[at] ?? null }));
}

export type InvitationItem = {
  id: string;
  email: string;
  role: Role;
  invitedByName: string;
  /** Ids of the Mini Programs that they will see; null for all. */
  appIds: string[] | null;
  createdAt: Date;
  expiresAt: Date;
  isExpired: boolean;
};

/** Those that nobody has accepted yet, newest first; expired ones too, so that they can be made anew. */
export async function listInvitations(actor: Actor): Promise<InvitationItem[]> {
  requirePermission(actor, 'members.manage');
  const rows = await db().invitation.findMany({
    omit: { tokenHash: true, madeById: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  const now = clock.now();
  return rows.map(({ seesAll, seenAppIds, ...row }) => ({
    ...row,
    appIds: seesAll ? null : seenAppIds,
    isExpired: row.expiresAt <= now,
  }));
}

/** Its link is worth nothing from now on. @throws AppError FORBIDDEN, NOT_FOUND when it was accepted or taken back */
export async function revokeInvitation(actor: Actor, id: string): Promise<void> {
  requirePermission(actor, 'members.manage');
  await db().$transaction(async (tx) => {
    const invitation = await tx.invitation.findUnique({ where: { id }, select: { email: true } });
    const { count } = await tx.invitation.deleteMany({ where: { id } });
    if (!invitation || count === 0) throw new AppError('NOT_FOUND');
    const details = { email: invitation.email };
    await recordAudit(tx, actor, { action: 'user.revokeInvitation', targetId: id, details });
  });
}

function open(token: string) {
  return { tokenHash: linkTokenHash(token), expiresAt: { gt: clock.now() } };
}

/**
 * What a link invites to, and which member invites; nobody where `npm run admin` made it.
 * @returns null when the link has run out, was used or taken back, or never was
 */
export async function findInvitation(token: string) {
  const invitation = await db().invitation.findFirst({
    where: open(token),
    select: { email: true, role: true, invitedByName: true, madeById: true },
  });
  if (!invitation) return null;
  const { madeById, invitedByName, ...invited } = invitation;
  return { ...invited, invitedByName: madeById === null ? null : invitedByName };
}

/**
 * Makes the account of whoever holds the link. Of two who use it at once one succeeds.
 * @returns the address to sign in with
 * @throws AppError LINK_GONE, INVALID_INPUT
 */
export async function acceptInvitation(token: string, input: JoinInput): Promise<{ email: string }> {
  const { name, password } = parseInput(joinSchema, input);
  // First of all: judging and hashing are work that nobody without the link may ask for.
  const invitation = await findInvitation(token);
  if (!invitation) throw new AppError('LINK_GONE');
  const { email } = invitation;
  await requireStrongPassword('password', password, { name, email });
  const passwordHash = await hashPassword(password);
  await db().$transaction(async (tx) => {
    const select = { role: true, seesAll: true, seenAppIds: true } as const;
    const invited = await tx.invitation.findFirst({ where: open(token), select });
    const { count } = await tx.invitation.deleteMany({ where: open(token) });
    const member = await tx.user.findUnique({ where: { email }, select: { id: true } });
    if (!invited || count === 0 || member) throw new AppError('LINK_GONE');
    const { role } = invited;
    const joined = await tx.user.create({ data: { name, email, passwordHash, ...invited } });
    // Where the first one comes by `npm run admin`, the set-up link must not make another administrator.
    await tx.installation.updateMany({
      where: { completedAt: null },
      data: { completedAt: clock.now(), setupTokenHash: null },
    });
    const details = { email, role };
    await recordAudit(tx, memberActor(joined), {
      action: 'user.join',
      targetId: joined.id,
      targetName: name,
      details,
    });
  });
  return { email };
}
