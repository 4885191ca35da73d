import type { AddressInfo } from 'node:net';
import { Secret, TOTP } from 'otpauth';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { memberActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { callers } from '@/lib/http/caller';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertUser } from '@/lib/testing/factories';
import { Authenticator } from '@/lib/testing/stand-ins/authenticator';
import { acceptInvitation, inviteMembers } from './invitations';
import { noticesSent } from './notices';
import { listPasskeys } from './passkeys/queries';
import { addPasskey, askForOwnPasskey, removePasskey, startPasskey } from './passkeys/service';
import { resetSecondStep } from './second-step/members';
import { confirmSecondStep, renewRecoveryCodes, startSecondStep } from './second-step/service';
import { createResetLink, findReset, requestReset, resetPassword } from './password-reset';
import { changePassword, updateProfile } from './service';

type Received = { to: string[]; text: string };

const received: Received[] = [];
/** Addresses that the mail server takes no letters for. */
const unknown = new Set<string>();
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo: ({ address }, _session, done) =>
    done(unknown.has(address) ? new Error(`no such mailbox: ${address}`) : null),
  onData: async (stream, { envelope }, done) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of stream) chunks.push(chunk);
    received.push({
      to: envelope.rcptTo.map(({ address }) => address),
      text: Buffer.concat(chunks).toString('utf8'),
    });
    done();
  },
});
await new Promise<void>((ready) => void server.listen(0, '127.0.0.1', ready));
const address = server.server.address();
const portOf = (given: AddressInfo | string | null) => (given && typeof given === 'object' ? given.port : 0);
// Before anything asks for the environment, which is read once.
Object.assign(process.env, {
  SMTP_URL: `smtp://127.0.0.1:${portOf(address)}`,
  MAIL_FROM: 'Suncode <codes@suncode.test>',
  APP_URL: 'https://codes.suncode.test/',
});

useDatabase();
afterAll(() => new Promise<void>((closed) => server.close(closed)));
beforeEach(() => {
  received.length = 0;
  unknown.clear();
});

/** The link in a letter, whose lines a mail program may have broken. */
const tokenIn = (letter: Received | undefined, page: string) =>
  new RegExp(`https://codes\\.suncode\\.test/${page}\\?token=([\\w-]{43})`).exec(
    decoded(letter?.text ?? '')
      .replace(/=\r\n/g, '')
      .replace(/=3D/g, '='),
  )?.[1] ?? '';

/** The body as it was before the mail program put it into base64 or quoted-printable. */
function decoded(mail: string): string {
  const [head = '', ...body] = mail.split('\r\n\r\n');
  const text = body.join('\r\n\r\n');
  return /base64/i.test(head) ? Buffer.from(text, 'base64').toString('utf8') : text;
}

const PASSWORD = 'sunny days at the beach';
let networks = 0;
const newNetwork = () => `2001:db8:${(networks += 1).toString(16)}::1`;

/** What is left for later is done here, as the server does it once the answer is out. */
async function ask(email: string, from = newNetwork()): Promise<number> {
  const left: (() => Promise<void>)[] = [];
  await requestReset({ email }, { address: from, later: (work) => left.push(work) });
  for (const work of left) await work();
  return left.length;
}

test('invitations are sent, each to its address with its own link; one that is not taken is said', async () => {
  const admin = await insertActor('ADMIN');
  unknown.add('gone@suncode.test');
  const made = await inviteMembers(admin, {
    emails: 'first@suncode.test, gone@suncode.test',
    role: 'VIEWER',
  });
  expect(made.map(({ email, sent }) => ({ email, sent }))).toEqual([
    { email: 'first@suncode.test', sent: 'sent' },
    { email: 'gone@suncode.test', sent: 'failed' },
  ]);
  expect(received.map(({ to }) => to)).toEqual([['first@suncode.test']]);
  expect(received[0]?.text).toContain('From: Suncode <codes@suncode.test>');
  const token = tokenIn(received[0], 'join');
  expect(token).toBe(made[0]?.token);
  expect(await acceptInvitation(token, { name: '新人', password: PASSWORD })).toEqual({
    email: 'first@suncode.test',
  });
});

test('who has forgotten the password gets a link that sets a new one', async () => {
  const { email, id } = await insertUser({ email: 'forgets@suncode.test' });
  await ask('  Forgets@Suncode.test ');
  expect(received.map(({ to }) => to)).toEqual([[email]]);
  const token = tokenIn(received[0], 'reset');
  expect(await findReset(token)).toMatchObject({ id });
  await resetPassword(token, { newPassword: PASSWORD, repeatPassword: PASSWORD });
  await noticesSent();
  expect(await findReset(token)).toBeNull();
});

test('the answer is the same for an address that nobody has, or that was deactivated, and nothing is sent', async () => {
  await insertUser({ email: 'left@suncode.test' });
  await db().user.update({ where: { email: 'left@suncode.test' }, data: { deactivatedAt: new Date() } });
  // Both leave work for later, like an address that is known: what is done at once tells nothing.
  expect(await ask('left@suncode.test')).toBe(1);
  expect(await ask('nobody@suncode.test')).toBe(1);
  expect(received).toEqual([]);
  expect(await db().passwordReset.count({ where: { user: { email: 'left@suncode.test' } } })).toBe(0);
});

test('who has a second step is told when what it rests on changes, where from and what to do', async () => {
  const member = memberActor(await insertUser({ email: 'told@suncode.test', password: PASSWORD }));
  const site = { rpId: 'codes.suncode.test', origin: 'https://codes.suncode.test' };
  const here = { site, keptSessionId: 'none' };
  const key = new Authenticator(site);
  const proof = async () => ({ passkey: key.sign(await askForOwnPasskey(member, site)) });
  const answer = key.make(await startPasskey(member, { currentPassword: PASSWORD, code: '' }, site));
  await callers().run({ address: '203.0.113.5', requestId: 'its id' }, async () => {
    await addPasskey(member, { name: '公司电脑', answer }, here);
    await renewRecoveryCodes(member, await proof(), site);
    const [{ id } = { id: '' }] = await listPasskeys(member);
    await removePasskey(member, { id, proof: await proof() }, here);
  });
  await noticesSent();
  expect(received.map(({ to }) => to)).toEqual(Array(3).fill(['told@suncode.test']));
  const texts = received.map((letter) => decoded(letter.text).replace(/=\r\n/g, ''));
  for (const text of texts) {
    expect(text).toContain('203.0.113.5');
    expect(text).toContain('https://codes.suncode.test/settings/account');
  }
});

test('who signs in otherwise than before is told, at the address that was theirs', async () => {
  const { email, id } = await insertUser({ email: 'before@suncode.test', password: PASSWORD });
  const member = memberActor(await db().user.findUniqueOrThrow({ where: { id } }));
  const after = 'after@suncode.test';
  await updateProfile(member, { name: member.name, email: after, currentPassword: PASSWORD });
  await noticesSent();
  const newPassword = 'rainy nights in the hills';
  await changePassword(member, { currentPassword: PASSWORD, newPassword, repeatPassword: newPassword });
  await noticesSent();
  const { token } = await createResetLink(await insertActor('ADMIN'), id);
  await resetPassword(token, { newPassword: PASSWORD, repeatPassword: PASSWORD });
  const { secret } = await startSecondStep(member);
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
  await confirmSecondStep(member, { currentPassword: PASSWORD, code }, 'none');
  await noticesSent();
  expect(received.map(({ to }) => to)).toEqual([[email], [after], [after], [after]]);
  expect(decoded(received[0]?.text ?? '').replace(/=\r\n/g, '')).toContain(after);
  received.length = 0;
  await updateProfile(member, { name: '只改名', email: member.email, currentPassword: '' }).catch(
    () => undefined,
  );
  await noticesSent();
  expect(received).toEqual([]);
});

test('an administrator who resets somebody’s second step has them told', async () => {
  const admin = await insertActor('ADMIN');
  const { id } = await insertUser({ email: 'reset@suncode.test' });
  await db().user.update({ where: { id }, data: { totpSince: new Date(), totpSecret: 'x' } });
  await resetSecondStep(admin, id);
  await noticesSent();
  expect(received.map(({ to }) => to)).toEqual([['reset@suncode.test']]);
});

test('one address gets three letters in a quarter of an hour, whoever asks, and nobody is told', async () => {
  const { email } = await insertUser({ email: 'flooded@suncode.test' });
  for (let time = 0; time < 5; time += 1) await ask(email);
  expect(received).toHaveLength(3);
});

test('who asks for too many is refused until a time', async () => {
  const network = newNetwork();
  for (let time = 0; time < 20; time += 1) await ask(`nobody-${time}@suncode.test`, network);
  await expect(ask('nobody@suncode.test', network)).rejects.toMatchObject({ code: 'TOO_MANY_ATTEMPTS' });
});

test('a text that is no address is refused by its field', async () => {
  await expect(ask('nobody')).rejects.toMatchObject({ code: 'INVALID_INPUT', issues: [{ field: 'email' }] });
});
