'use server';

import { headers } from 'next/headers';
import { after } from 'next/server';
import { z } from 'zod';
import { action, input, publicAction } from '@/lib/actions/client';
import type { Role } from '@/lib/db/generated/enums';
import { CLIENT_ADDRESS_HEADER } from '@/lib/http/client-address';
import { idSchema } from '@/lib/input/schemas';
import { acceptInvitation, inviteMembers, revokeInvitation } from './invitations';
import { changeRole, deactivateMember, reactivateMember } from './members';
import { createResetLink, requestReset, resetPassword } from './password-reset';
import type { ForgottenInput, InviteInput, JoinInput, ResetPasswordInput, SightInput } from './schema';
import { changeSight } from './sight';

const ofOne = input(z.object({ id: idSchema }));
const tokenSchema = z.string().max(200);

export const inviteMembersAction = action
  .inputSchema(input(z.custom<InviteInput>()))
  .action(({ parsedInput, ctx }) => inviteMembers(ctx.actor, parsedInput));

export const revokeInvitationAction = action
  .inputSchema(ofOne)
  .action(({ parsedInput, ctx }) => revokeInvitation(ctx.actor, parsedInput.id));

export const changeRoleAction = action
  .inputSchema(input(z.custom<{ id: string; role: Role }>()))
  .action(({ parsedInput, ctx }) => changeRole(ctx.actor, parsedInput));

export const changeSightAction = action
  .inputSchema(input(z.custom<SightInput>()))
  .action(({ parsedInput, ctx }) => changeSight(ctx.actor, parsedInput));

export const deactivateMemberAction = action
  .inputSchema(input(z.object({ id: idSchema, heirId: idSchema.nullable() })))
  .action(({ parsedInput, ctx }) => deactivateMember(ctx.actor, parsedInput.id, parsedInput.heirId));

export const reactivateMemberAction = action
  .inputSchema(ofOne)
  .action(({ parsedInput, ctx }) => reactivateMember(ctx.actor, parsedInput.id));

export const createResetLinkAction = action
  .inputSchema(ofOne)
  .action(({ parsedInput, ctx }) => createResetLink(ctx.actor, parsedInput.id));

/** Open to whoever holds the link of an invitation. */
export const acceptInvitationAction = publicAction
  .inputSchema(input(z.object({ token: tokenSchema, values: z.custom<JoinInput>() })))
  .action(({ parsedInput }) => acceptInvitation(parsedInput.token, parsedInput.values));

/** Open to whoever holds the link for a new password. */
export const resetPasswordAction = publicAction
  .inputSchema(input(z.object({ token: tokenSchema, values: z.custom<ResetPasswordInput>() })))
  .action(({ parsedInput }) => resetPassword(parsedInput.token, parsedInput.values));

/** Open to everybody; the answer tells nothing about who is a member. */
export const requestResetAction = publicAction
  .inputSchema(input(z.custom<ForgottenInput>()))
  .action(async ({ parsedInput }) => {
    const address = (await headers()).get(CLIENT_ADDRESS_HEADER) ?? 'unknown';
    await requestReset(parsedInput, { address, later: after });
  });
