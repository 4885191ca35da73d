'use server';

import { z } from 'zod';
import { action, input } from '@/lib/actions/client';
import { idSchema } from '@/lib/input/schemas';
import type { RobotInput } from './robot-schema';
import { changeRobot, createRobot } from './robot-service';
import type { WebhookInput } from './schema';
import {
  changeWebhook,
  createWebhook,
  deleteWebhook,
  resendDelivery,
  rotateWebhook,
  setWebhookOff,
  testWebhook,
} from './service';

const one = z.object({ id: idSchema });

export const createWebhookAction = action
  .inputSchema(input(z.custom<WebhookInput>()))
  .action(({ parsedInput, ctx }) => createWebhook(ctx.actor, parsedInput));

export const changeWebhookAction = action
  .inputSchema(input(one.extend({ values: z.custom<WebhookInput>() })))
  .action(({ parsedInput, ctx }) => changeWebhook(ctx.actor, parsedInput.id, parsedInput.values));

export const createRobotAction = action
  .inputSchema(input(z.custom<RobotInput>()))
  .action(({ parsedInput, ctx }) => createRobot(ctx.actor, parsedInput));

export const changeRobotAction = action
  .inputSchema(input(one.extend({ values: z.custom<RobotInput>() })))
  .action(({ parsedInput, ctx }) => changeRobot(ctx.actor, parsedInput.id, parsedInput.values));

export const rotateWebhookAction = action
  .inputSchema(input(one.extend({ overlapHours: z.number() })))
  .action(({ parsedInput, ctx }) => rotateWebhook(ctx.actor, parsedInput.id, parsedInput.overlapHours));

export const setWebhookOffAction = action
  .inputSchema(input(one.extend({ isOff: z.boolean() })))
  .action(({ parsedInput, ctx }) => setWebhookOff(ctx.actor, parsedInput.id, parsedInput.isOff));

export const deleteWebhookAction = action
  .inputSchema(input(one))
  .action(({ parsedInput, ctx }) => deleteWebhook(ctx.actor, parsedInput.id));

export const testWebhookAction = action
  .inputSchema(input(one))
  .action(({ parsedInput, ctx }) => testWebhook(ctx.actor, parsedInput.id));

export const resendDeliveryAction = action
  .inputSchema(input(one))
  .action(({ parsedInput, ctx }) => resendDelivery(ctx.actor, parsedInput.id));
