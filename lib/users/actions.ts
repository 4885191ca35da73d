'use server';

import { z } from 'zod';
import { action, input } from '@/lib/actions/client';
import { currentSession } from '@/lib/auth/session';
import { AppError } from '@/lib/errors';
import { idSchema } from '@/lib/input/schemas';
import type { ChangePasswordInput, PreferencesInput, ProfileInput } from './schema';
import { passkeySite } from './passkeys/site';
import { proofSchema } from './second-step/proof';
import { changePassword, keepPreferences, updateProfile } from './service';
import { endSessions } from './sessions';

export const changePasswordAction = action
  .inputSchema(input(z.custom<ChangePasswordInput>()))
  .action(({ parsedInput, ctx }) => changePassword(ctx.actor, parsedInput));

export const updateProfileAction = action
  .inputSchema(input(z.custom<ProfileInput>()))
  .action(({ parsedInput, ctx }) => updateProfile(ctx.actor, parsedInput));

export const keepPreferencesAction = action
  .inputSchema(input(z.custom<PreferencesInput>()))
  .action(({ parsedInput, ctx }) => keepPreferences(ctx.actor, parsedInput));

export const endSessionAction = action
  .inputSchema(input(z.object({ id: idSchema, proof: proofSchema })))
  .action(async ({ parsedInput: { id, proof }, ctx }) =>
    endSessions(ctx.actor, { id }, { proof, site: await passkeySite() }),
  );

/** All sessions but that of the browser that asks. */
export const endOtherSessionsAction = action
  .inputSchema(input(proofSchema))
  .action(async ({ parsedInput: proof, ctx }) => {
    const session = await currentSession();
    if (!session) throw new AppError('UNAUTHENTICATED');
    return endSessions(ctx.actor, { except: session.id }, { proof, site: await passkeySite() });
  });
