import type { Given } from './given';

/** What the actions for API keys and webhooks take. */
export function programInputs({
  appId,
  keyId,
  webhookId,
  robotId,
  nobody,
  name,
}: Given): Record<string, unknown[]> {
  const key = {
    ...{ name, permissions: ['codes.read'], appIds: [appId], days: 30 },
    addresses: ['192.0.2.7', '2001:db8::/32'],
  };
  const webhook = {
    ...{ name, url: 'https://hooks.example.com/b', events: ['code.ready', 'batch.finished'] },
    appIds: [appId],
  };
  const robot = {
    ...{ name, url: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=of-a-test', secret: '' },
    ...{ events: ['batch.finished'], appIds: [appId], locale: 'zh-CN' },
  };
  return {
    'keys/actions#createKeyAction': [key],
    'keys/actions#changeKeyAction': [{ id: keyId, values: key }],
    'keys/actions#rotateKeyAction': [{ id: nobody, overlapHours: 24 }],
    'keys/actions#revokeKeyAction': [{ id: nobody }],
    'webhooks/actions#createWebhookAction': [webhook],
    'webhooks/actions#changeWebhookAction': [{ id: webhookId, values: webhook }],
    'webhooks/actions#createRobotAction': [robot],
    'webhooks/actions#changeRobotAction': [{ id: robotId, values: robot }],
    'webhooks/actions#rotateWebhookAction': [{ id: nobody, overlapHours: 24 }],
    'webhooks/actions#setWebhookOffAction': [{ id: webhookId, isOff: false }],
    'webhooks/actions#deleteWebhookAction': [{ id: nobody }],
    'webhooks/actions#testWebhookAction': [{ id: nobody }],
    'webhooks/actions#resendDeliveryAction': [{ id: nobody }],
  };
}
