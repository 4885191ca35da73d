import { createApp } from '@/lib/apps/service';
import { systemActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import type { TagColor } from '@/lib/db/generated/enums';

// Who and what the codes of a large seed belong to. Running it again finds what is there.
const APPS = ['瑞幸咖啡点单', '社区团购', '会员中心', '扫码停车', '展会签到', '旧版商城'];
const PEOPLE = [
  '李晓彤',
  '周建国',
  '吴佳怡',
  '郑浩然',
  '孙梦洁',
  '马志强',
  '朱雅婷',
  '胡俊杰',
  '郭思远',
  '何丽华',
];
/** Left the company; made the oldest third of all codes. */
const LEAVER = '前同事 钱多多';
const FOLDERS = [
  '上海门店',
  '北京门店',
  '深圳门店',
  '杭州门店',
  '成都门店',
  '春季活动',
  '夏季活动',
  '双十一',
  '年货节',
  '展会物料',
  '停车场',
  '合作商户',
  '内部测试',
  '快递柜',
  '旧版商城',
];
const TAGS = [
  '桌贴',
  '海报',
  '立牌',
  '包装',
  '会员',
  '新店',
  '待印刷',
  '已印刷',
  '重点',
  '华东',
  '华北',
  '华南',
  '外卖',
  '堂食',
  '停车',
  '活动',
  '试点',
  '加急',
  '珍藏',
  '批量',
];
const COLORS: TagColor[] = ['gray', 'red', 'orange', 'yellow', 'green', 'teal', 'blue', 'purple'];

export type Cast = { apps: string[]; people: string[]; leaver: string; folders: string[]; tags: string[] };

async function ensureApp(name: string): Promise<string> {
  const known = await db().miniProgram.findFirst({ where: { name }, select: { id: true } });
  return known?.id ?? createApp(systemActor('seed'), { mode: 'SANDBOX', name });
}

async function ensurePerson(name: string, index: number): Promise<string> {
  const email = `person${index}@suncode.test`;
  // Nobody signs in as one of them: no password has this hash.
  const create = { email, name, role: 'OPERATOR' as const, passwordHash: 'none' };
  return (await db().user.upsert({ where: { email }, create, update: {}, select: { id: true } })).id;
}

async function ensureFolder(name: string): Promise<string> {
  const create = { name, nameKey: name };
  return (
    await db().folder.upsert({
      where: { nameKey_appIds: { nameKey: name, appIds: [] } },
      create,
      update: {},
      select: { id: true },
    })
  ).id;
}

async function ensureTag(name: string, index: number): Promise<string> {
  const create = { name, nameKey: name, color: COLORS[index % COLORS.length] ?? 'gray' };
  return (
    await db().tag.upsert({
      where: { nameKey_appIds: { nameKey: name, appIds: [] } },
      create,
      update: {},
      select: { id: true },
    })
  ).id;
}

async function inTurn<T>(names: string[], ensure: (name: string, index: number) => Promise<T>): Promise<T[]> {
  const made: T[] = [];
  for (const [index, name] of names.entries()) made.push(await ensure(name, index));
  return made;
}

export async function seedCast(): Promise<Cast> {
  const apps = await inTurn(APPS, ensureApp);
  const people = await inTurn(PEOPLE, ensurePerson);
  const leaver = await ensurePerson(LEAVER, PEOPLE.length);
  return {
    apps,
    people,
    leaver,
    folders: await inTurn(FOLDERS, ensureFolder),
    tags: await inTurn(TAGS, ensureTag),
  };
}
