import { randomUUID } from 'node:crypto';
import type { Actor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { getWebhook, listWebhooks } from './queries';
import type { RobotInput } from './robot-schema';
import { changeRobot, createRobot } from './robot-service';
import {
  changeWebhook,
  createWebhook,
  deleteWebhook,
  resendDelivery,
  rotateWebhook,
  setWebhookOff,
  testWebhook,
} from './service';

export const newWebhook = {
  ...{ name: '收银', url: 'https://hooks.example.com/a', events: ['code.ready' as const], appIds: null },
};

export const newRobot: RobotInput = {
  ...{ name: '运营群', url: 'https://oapi.dingtalk.com/robot/send?access_token=token-of-a-test', secret: '' },
  ...{ events: ['batch.finished'], appIds: null, locale: 'zh-CN' },
};

const known = async () => (await db().webhook.findFirstOrThrow()).id;
const made = async (actor: Actor) => (await createWebhook(actor, newWebhook)).id;
const nobody = randomUUID();

type Uses = Record<string, (actor: Actor) => Promise<unknown>>;

export const WEBHOOK_READS: Uses = {
  listWebhooks: (actor) => listWebhooks(actor),
  getWebhook: async (actor) => getWebhook(actor, await known()),
};

/** Each changes something that is there. */
export const WEBHOOK_CHANGES: Uses = {
  rotateWebhook: async (actor) => rotateWebhook(actor, await made(actor), 24),
  setWebhookOff: async (actor) => setWebhookOff(actor, await made(actor), true),
  deleteWebhook: async (actor) => deleteWebhook(actor, await known()),
  testWebhook: async (actor) => testWebhook(actor, await made(actor)),
  resendDelivery: async (actor) => {
    const webhookId = await made(actor);
    await testWebhook(actor, webhookId);
    await db().webhookDelivery.updateMany({ where: { webhookId }, data: { state: 'FAILED' } });
    const { id } = await db().webhookDelivery.findFirstOrThrow({ where: { webhookId } });
    await resendDelivery(actor, id);
  },
};

/** Each with what it takes, of nothing that is there. */
export const WEBHOOK_USES: Uses = {
  listWebhooks: (actor) => listWebhooks(actor),
  getWebhook: (actor) => getWebhook(actor, nobody),
  createWebhook: (actor) => createWebhook(actor, newWebhook),
  changeWebhook: (actor) => changeWebhook(actor, nobody, newWebhook),
  createRobot: (actor) => createRobot(actor, newRobot),
  changeRobot: (actor) => changeRobot(actor, nobody, newRobot),
  rotateWebhook: (actor) => rotateWebhook(actor, nobody, 0),
  setWebhookOff: (actor) => setWebhookOff(actor, nobody, true),
  deleteWebhook: (actor) => deleteWebhook(actor, nobody),
  testWebhook: (actor) => testWebhook(actor, nobody),
  resendDelivery: (actor) => resendDelivery(actor, nobody),
};
