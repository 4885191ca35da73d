'use server';

import { cookies } from 'next/headers';
import { z } from 'zod';
import { action } from '@/lib/actions/client';
import { CURRENT_APP_COOKIE } from './current-app';
import { getApp } from './queries';
import type { CreateAppInput, UpdateAppInput } from './schema';
import { createApp, deleteApp, updateApp } from './service';
import { testConnection } from './test-connection';

const id = z.string().min(1).max(64);
const YEAR_SECONDS = 365 * 24 * 60 * 60;

export const createAppAction = action
  .inputSchema(z.custom<CreateAppInput>())
  .action(({ parsedInput, ctx }) => createApp(ctx.actor, parsedInput));

export const updateAppAction = action
  .inputSchema(z.object({ id, values: z.custom<UpdateAppInput>() }))
  .action(({ parsedInput, ctx }) => updateApp(ctx.actor, parsedInput.id, parsedInput.values));

export const deleteAppAction = action
  .inputSchema(z.object({ id }))
  .action(({ parsedInput, ctx }) => deleteApp(ctx.actor, parsedInput.id));

export const testConnectionAction = action
  .inputSchema(z.object({ id }))
  .action(({ parsedInput, ctx }) => testConnection(ctx.actor, parsedInput.id));

/** Remembers the Mini Program that this browser works with. */
export const switchAppAction = action.inputSchema(z.object({ id })).action(async ({ parsedInput, ctx }) => {
  const app = await getApp(ctx.actor, parsedInput.id);
  (await cookies()).set(CURRENT_APP_COOKIE, app.id, {
    maxAge: YEAR_SECONDS,
    sameSite: 'lax',
    httpOnly: true,
    path: '/',
  });
});
