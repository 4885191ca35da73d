'use server';

import { z } from 'zod';
import { action, input, secondStepAction } from '@/lib/actions/client';
import { currentSession } from '@/lib/auth/session';
import { AppError } from '@/lib/errors';
import { idSchema } from '@/lib/input/schemas';
import { resetSecondStep, setSecondStepRequired } from './members';
import { passkeySite } from '../passkeys/site';
import { proofSchema, type Proof } from './proof';
import type { SecondStepProof } from './schema';
import { confirmSecondStep, renewRecoveryCodes, startSecondStep, turnOffSecondStep } from './service';

const proof = input(proofSchema);

export const startSecondStepAction = secondStepAction
  .inputSchema(input(z.custom<Proof | null>((value) => typeof value === 'object')))
  .action(async ({ parsedInput, ctx }) =>
    startSecondStep(ctx.actor, parsedInput ?? undefined, await passkeySite()),
  );

/** Every session ends but that of the browser that asks. */
export const confirmSecondStepAction = secondStepAction
  .inputSchema(input(z.custom<SecondStepProof>()))
  .action(async ({ parsedInput, ctx }) => {
    const session = await currentSession();
    if (!session) throw new AppError('UNAUTHENTICATED');
    return confirmSecondStep(ctx.actor, parsedInput, session.id);
  });

export const renewRecoveryCodesAction = action
  .inputSchema(proof)
  .action(async ({ parsedInput, ctx }) => renewRecoveryCodes(ctx.actor, parsedInput, await passkeySite()));

export const turnOffSecondStepAction = action
  .inputSchema(proof)
  .action(async ({ parsedInput, ctx }) => turnOffSecondStep(ctx.actor, parsedInput, await passkeySite()));

export const resetSecondStepAction = action
  .inputSchema(input(z.object({ id: idSchema })))
  .action(({ parsedInput, ctx }) => resetSecondStep(ctx.actor, parsedInput.id));

export const setSecondStepRequiredAction = action
  .inputSchema(input(z.object({ required: z.boolean() })))
  .action(({ parsedInput, ctx }) => setSecondStepRequired(ctx.actor, parsedInput.required));
