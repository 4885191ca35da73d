'use server';

import { z } from 'zod';
import { action, input } from '@/lib/actions/client';
import { giveTicket } from '@/lib/auth/services/ticket';
import { currentSession } from '@/lib/auth/session';
import { AppError } from '@/lib/errors';
import { servedByHttps } from '@/lib/http/own-cookies';
import { PASSWORD_MAX_CHARS } from '../limits';
import { checkService } from './check';
import { beginConnecting, disconnectService } from './connections';
import { answerJoinRequest, setNewcomerRules } from './newcomers';
import { idSchema } from '@/lib/input/schemas';
import type { NewcomersInput } from './schema';

const serviceSchema = z.string().max(50);

export const checkServiceAction = action
  .inputSchema(input(z.object({ id: serviceSchema })))
  .action(({ parsedInput, ctx }) => checkService(ctx.actor, parsedInput.id));

export const setNewcomerRulesAction = action
  .inputSchema(input(z.custom<NewcomersInput>()))
  .action(({ parsedInput, ctx }) => setNewcomerRules(ctx.actor, parsedInput));

export const answerJoinRequestAction = action
  .inputSchema(input(z.object({ id: idSchema, isLetIn: z.boolean() })))
  .action(({ parsedInput, ctx }) => answerJoinRequest(ctx.actor, parsedInput));

/** The browser may now go to the service and come back with whom it is to be connected with. */
export const beginConnectingAction = action
  .inputSchema(input(z.object({ id: serviceSchema, currentPassword: z.string().max(PASSWORD_MAX_CHARS) })))
  .action(async ({ parsedInput: { id, currentPassword }, ctx }) => {
    await beginConnecting(ctx.actor, id, currentPassword);
    const session = await currentSession();
    if (!session) throw new AppError('UNAUTHENTICATED');
    await giveTicket('connect', { id: session.id, service: id }, await servedByHttps());
  });

export const disconnectServiceAction = action
  .inputSchema(input(z.object({ id: serviceSchema })))
  .action(({ parsedInput, ctx }) => disconnectService(ctx.actor, parsedInput.id));
