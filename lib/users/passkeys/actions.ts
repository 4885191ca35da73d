'use server';

import { z } from 'zod';
import { action, input, publicAction, secondStepAction } from '@/lib/actions/client';
import { currentSession } from '@/lib/auth/session';
import { AppError } from '@/lib/errors';
import { idSchema } from '@/lib/input/schemas';
import { proofSchema } from '../second-step/proof';
import type { NewPasskeyInput, RenamePasskeyInput } from './schema';
import {
  addPasskey,
  askForOwnPasskey,
  askForPasskey,
  removePasskey,
  renamePasskey,
  startPasskey,
} from './service';
import { passkeySite } from './site';

/** Where this is asked, and the session that stays when others end. */
async function here() {
  const [site, session] = await Promise.all([passkeySite(), currentSession()]);
  if (!session) throw new AppError('UNAUTHENTICATED');
  return { site, keptSessionId: session.id };
}

/** Open to everybody: a challenge tells nothing, and nothing is kept of it. */
export const askForPasskeyAction = publicAction.action(async () => askForPasskey(await passkeySite()));

export const askForOwnPasskeyAction = action.action(async ({ ctx }) =>
  askForOwnPasskey(ctx.actor, await passkeySite()),
);

// Also for who owes the second step, which a passkey is.
export const startPasskeyAction = secondStepAction
  .inputSchema(input(proofSchema))
  .action(async ({ parsedInput, ctx }) => startPasskey(ctx.actor, parsedInput, await passkeySite()));

export const addPasskeyAction = secondStepAction
  .inputSchema(input(z.custom<NewPasskeyInput>()))
  .action(async ({ parsedInput, ctx }) => addPasskey(ctx.actor, parsedInput, await here()));

export const renamePasskeyAction = action
  .inputSchema(input(z.custom<RenamePasskeyInput>()))
  .action(({ parsedInput, ctx }) => renamePasskey(ctx.actor, parsedInput));

const ofOne = z.object({
  id: idSchema,
  proof: proofSchema,
});

export const removePasskeyAction = action
  .inputSchema(input(ofOne))
  .action(async ({ parsedInput, ctx }) => removePasskey(ctx.actor, parsedInput, await here()));
