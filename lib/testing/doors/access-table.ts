import { PERMISSIONS, roleCan } from '@/lib/auth/permissions';
import type { Role } from '@/lib/db/generated/enums';
import type { Locale } from '@/lib/i18n/locale';
import { loadMessages } from '@/lib/i18n/messages';
import { ACTION_LINES, FRONT_LINES, PAGE_LINES, ROUTE_LINES, type Line } from './access-lines';
import { ACTIONS, FRONT, PAGES, ROUTES } from './doors';

const ROLES: readonly Role[] = ['VIEWER', 'OPERATOR', 'ADMIN'];

const WORDS = {
  'zh-CN': {
    title: '权限矩阵',
    other: '**简体中文** · [English](access-matrix.md) · [管理员手册](administration.zh-CN.md)',
    intro:
      '谁能进哪一扇门。本页由 `npm run access-matrix` 根据权限表（`lib/auth/permissions.ts`）和每扇门的一行（`lib/testing/doors/access-lines.ts`）生成，请勿手改；`lib/http/access-doors.db.test.ts` 以每种身份真的走一遍每扇门，少一行或者与实际不符都会失败。',
    legend: [
      '**✓** 可以。**✗** 不行：操作和接口回答“没有权限”（403），页面说明角色不允许；**404** 表示对这个角色来说没有这个页面。',
      '**登录** 没有登录：页面转到登录页，操作和接口回答 401。',
      '**看不到小程序时** 只读成员和运营如果看不到某个小程序：**404** 回答“不存在”，与从未存在的编号一样；**略去** 只给出其余部分；**相同** 与小程序无关。管理员总能看到全部小程序。',
    ],
    permissions: '权限',
    permission: '权限',
    doors: { pages: '页面', routes: '接口', actions: '操作' },
    columns: ['门', '需要', '未登录', '看不到小程序时'],
    nobody: { refused: '登录', open: '✓' },
    asks: { everybody: '所有人', member: '已登录' },
    unseen: { 'not found': '404', 'left out': '略去', same: '相同' },
    notes: {
      'own exports': '自己的下载记录；其他人的需要 exports.manage',
      'shared views': '自己的视图；共享需要 codes.write，其他人共享的只有管理员能改',
      link: '需要一次性链接',
      address: '回答不透露地址是否存在',
      challenge: '只给出一个随机的问题',
      key: 'API 密钥；每个接口需要的权限见 OpenAPI 文档，/mcp 的每个工具与它对应的接口相同',
      'next-auth': '登录与退出，见 e2e/access/hostile.spec.ts',
      sandbox: '供其他程序使用，与会话无关，见 lib/sandbox/hostile.test.ts',
      live: '小程序用，不看登录，只答一个活码通向哪里，见 lib/live/door.db.test.ts',
      metrics: '需要 METRICS_TOKEN，没有设置时是 404，见 lib/watch/metrics.db.test.ts',
    },
  },
  en: {
    title: 'Access matrix',
    other: "**English** · [简体中文](access-matrix.zh-CN.md) · [Administrator's guide](administration.md)",
    intro:
      'Who gets through which door. `npm run access-matrix` makes this page of the permission table (`lib/auth/permissions.ts`) and one line for each door (`lib/testing/doors/access-lines.ts`); do not edit it. `lib/http/access-doors.db.test.ts` enters every door as everybody, and fails where a line is missing or not true.',
    legend: [
      '**✓** yes. **✗** no: actions and routes answer “forbidden” (403), pages say that the role does not allow it; **404** means that for this role there is no such page.',
      '**sign in** nobody is signed in: pages lead to the sign-in page, actions and routes answer 401.',
      '**Without the Mini Program** what viewers and operators get of a Mini Program that they may not see: **404**, as for an id that never was; **left out**, the rest without it; **same**, nothing of it belongs to a Mini Program. Administrators see all Mini Programs.',
    ],
    permissions: 'Permissions',
    permission: 'Permission',
    doors: { pages: 'Pages', routes: 'Routes', actions: 'Actions' },
    columns: ['Door', 'Asks for', 'Nobody', 'Without the Mini Program'],
    nobody: { refused: 'sign in', open: '✓' },
    asks: { everybody: 'nothing', member: 'a session' },
    unseen: { 'not found': '404', 'left out': 'left out', same: 'same' },
    notes: {
      'own exports': 'one’s own downloads; those of others ask for exports.manage',
      'shared views':
        'one’s own views; sharing asks for codes.write, and only administrators change those of others',
      link: 'with a one-time link',
      address: 'the answer does not tell whether the address exists',
      challenge: 'a random question, of which nothing is kept',
      key: 'an API key; what each route of it needs, the OpenAPI document says, and a tool of /mcp needs what its route does',
      'next-auth': 'signing in and out, see e2e/access/hostile.spec.ts',
      sandbox: 'for other programs, knows no session, see lib/sandbox/hostile.test.ts',
      live: 'for Mini Programs, knows no session, tells what a live code leads to and nothing else, see lib/live/door.db.test.ts',
      metrics: 'with METRICS_TOKEN, 404 where none is set, see lib/watch/metrics.db.test.ts',
    },
  },
} as const;

/** `/codes/[codeId]` of `(console)/codes/[codeId]` */
const addressOf = (place: string) =>
  `/${place
    .split('/')
    .filter((part) => !part.startsWith('('))
    .join('/')}`;

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map(row).join('\n');
}

function cellsOf(name: string, { asks, unseen, hides, note }: Line, locale: Locale): string[] {
  const words = WORDS[locale];
  const isOpen = asks === 'everybody';
  const asked = asks === 'everybody' || asks === 'member' ? words.asks[asks] : `\`${asks}\``;
  const roles = ROLES.map((role) => {
    if (asks === 'everybody' || asks === 'member' || roleCan(role, asks)) return '✓';
    return hides ? '404' : '✗';
  });
  return [
    `\`${name}\``,
    note ? `${asked} (${words.notes[note]})` : asked,
    isOpen ? words.nobody.open : words.nobody.refused,
    ...roles,
    words.unseen[unseen],
  ];
}

/** The matrix as a page of Markdown, to be formatted. @throws Error for a door without a line */
export function accessMatrix(locale: Locale): string {
  const words = WORDS[locale];
  const names = loadMessages(locale).layout.user.role;
  const roles = ROLES.map((role) => names[role]);
  const [door, asks, nobody, unseen] = words.columns;
  const table = (doors: readonly string[], lines: Record<string, Line>, nameOf = (name: string) => name) =>
    tableOf(
      [door, asks, nobody, ...roles, unseen],
      doors.map((place) => {
        const line = lines[place];
        if (!line) throw new Error(`${place} has no line in lib/testing/doors/access-lines.ts`);
        return cellsOf(nameOf(place), line, locale);
      }),
    );
  const permissions = Object.entries(PERMISSIONS).map(([permission, holders]) => [
    `\`${permission}\``,
    ...ROLES.map((role) => (holders.includes(role) ? '✓' : '✗')),
  ]);
  return [
    `# ${words.title}`,
    words.other,
    words.intro,
    words.legend.map((line) => `- ${line}`).join('\n'),
    `## ${words.permissions}\n\n${tableOf([words.permission, ...roles], permissions)}`,
    `## ${words.doors.pages}\n\n${table(PAGES, PAGE_LINES, addressOf)}`,
    `## ${words.doors.routes}\n\n${table([...ROUTES, ...FRONT], { ...ROUTE_LINES, ...FRONT_LINES }, addressOf)}`,
    `## ${words.doors.actions}\n\n${table(ACTIONS, ACTION_LINES, (name) => name.replace(/Action$/, ''))}`,
  ].join('\n\n');
}

/** Where the page of a language is kept. */
export const matrixFile = (locale: Locale) => `docs/access-matrix${locale === 'en' ? '' : `.${locale}`}.md`;
