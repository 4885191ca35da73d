import type { Context } from './context';
import { print, table } from './terminal';

type Quota = { miniProgramId: string; used: number; limit: number; floor: number; left: number };
type MiniProgram = { id: string; name: string };

export async function showQuota({ api, isJson }: Context): Promise<void> {
  const quota = await api.ask<{ items: Quota[] }>('/quota');
  const { items: apps } = await api.ask<{ items: MiniProgram[] }>('/mini-programs');
  const nameOf = (id: string) => apps.find((app) => app.id === id)?.name ?? id;
  const head = ['used', 'left', 'reserved', 'of', 'Mini Program'];
  const rows = quota.items.map(({ miniProgramId, used, left, floor, limit }) => [
    ...[used, left, floor, limit].map(String),
    nameOf(miniProgramId),
  ]);
  print(quota, () => table([head, ...rows]), isJson);
}
