'use server';

import { z } from 'zod';
import { action, input } from '@/lib/actions/client';
import { keepPreference } from '@/lib/http/own-cookies';
import { idSchema } from '@/lib/input/schemas';
import { ALL_APPS } from './all-apps';
import { getApp } from './queries';
import { connectApp } from './connect-app';
import { setAppDisabled } from './disable';
import type { ConnectAppInput, CreateAppInput, UpdateAppInput } from './schema';
import { createApp, deleteApp, updateApp } from './service';
import { SCOPE_COOKIE } from './scope';
import { testConnection } from './test-connection';

export const createAppAction = action
  .inputSchema(input(z.custom<CreateAppInput>()))
  .action(({ parsedInput, ctx }) => createApp(ctx.actor, parsedInput));

export const connectAppAction = action
  .inputSchema(input(z.custom<ConnectAppInput>()))
  .action(({ parsedInput, ctx }) => connectApp(ctx.actor, parsedInput));

export const setAppDisabledAction = action
  .inputSchema(input(z.object({ id: idSchema, isDisabled: z.boolean() })))
  .action(({ parsedInput, ctx }) => setAppDisabled(ctx.actor, parsedInput.id, parsedInput.isDisabled));

export const updateAppAction = action
  .inputSchema(input(z.object({ id: idSchema, values: z.custom<UpdateAppInput>() })))
  .action(({ parsedInput, ctx }) => updateApp(ctx.actor, parsedInput.id, parsedInput.values));

export const deleteAppAction = action
  .inputSchema(input(z.object({ id: idSchema })))
  .action(({ parsedInput, ctx }) => deleteApp(ctx.actor, parsedInput.id));

export const testConnectionAction = action
  .inputSchema(input(z.object({ id: idSchema })))
  .action(({ parsedInput, ctx }) => testConnection(ctx.actor, parsedInput.id));

/** Remembers what this browser looks at: one Mini Program, or all of them (null). */
export const switchAppAction = action
  .inputSchema(input(z.object({ id: idSchema.nullable() })))
  .action(async ({ parsedInput: { id }, ctx }) => {
    const chosen = id === null ? ALL_APPS : (await getApp(ctx.actor, id)).id;
    await keepPreference(SCOPE_COOKIE, chosen);
  });
