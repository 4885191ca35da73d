'use server';

import { cookies } from 'next/headers';
import { z } from 'zod';
import { action, input } from '@/lib/actions/client';
import { idSchema } from '@/lib/input/schemas';
import { CURRENT_APP_COOKIE } from './current-app';
import { getApp } from './queries';
import type { CreateAppInput, UpdateAppInput } from './schema';
import { createApp, deleteApp, updateApp } from './service';
import { testConnection } from './test-connection';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

export const createAppAction = action
  .inputSchema(input(z.custom<CreateAppInput>()))
  .action(({ parsedInput, ctx }) => createApp(ctx.actor, parsedInput));

export const updateAppAction = action
  .inputSchema(input(z.object({ id: idSchema, values: z.custom<UpdateAppInput>() })))
  .action(({ parsedInput, ctx }) => updateApp(ctx.actor, parsedInput.id, parsedInput.values));

export const deleteAppAction = action
  .inputSchema(input(z.object({ id: idSchema })))
  .action(({ parsedInput, ctx }) => deleteApp(ctx.actor, parsedInput.id));

export const testConnectionAction = action
  .inputSchema(input(z.object({ id: idSchema })))
  .action(({ parsedInput, ctx }) => testConnection(ctx.actor, parsedInput.id));

/** Remembers the Mini Program that this browser works with. */
export const switchAppAction = action
  .inputSchema(input(z.object({ id: idSchema })))
  .action(async ({ parsedInput, ctx }) => {
    const app = await getApp(ctx.actor, parsedInput.id);
    (await cookies()).set(CURRENT_APP_COOKIE, app.id, {
      maxAge: YEAR_SECONDS,
      sameSite: 'lax',
      httpOnly: true,
      path: '/',
    });
  });
