import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp, insertCode, quotaState } from '@/lib/testing/factories';
import { useWeChat } from '@/lib/testing/stand-ins/wechat-stand-in';
import { ISSUE_KEYS } from '@/lib/wechat/rules/issues';
import type { GenerateCodeInput } from './schema';
import { generateCode, regenerateCode, updateCode } from './service';

const weChat = useWeChat();
useDatabase();

let operator: UserActor;
let miniProgramId: string;

beforeEach(async () => {
  operator = await insertActor('OPERATOR');
  miniProgramId = (await insertApp()).id;
});

const A = { endpoint: 'getwxacode', path: 'pages/index' };
const B = { endpoint: 'getwxacodeunlimit', scene: 'a=1' };
const C = { endpoint: 'createwxaqrcode', path: 'pages/index' };
const black = { r: 0, g: 0, b: 0 };

type Case = [input: Record<string, unknown>, field: string, key: string];

/** What a request of any shape may hold, and the one field and rule that it breaks. */
const BAD: Case[] = [
  [{}, 'endpoint', 'endpointUnknown'],
  [{ ...A, endpoint: 'getwxacode2' }, 'endpoint', 'endpointUnknown'],
  [{ ...A, path: undefined }, 'path', 'pathRequired'],
  [{ ...A, path: '' }, 'path', 'pathRequired'],
  [{ ...A, path: 'p'.repeat(129) }, 'path', 'pathTooLong'],
  [{ ...A, path: '页'.repeat(43) }, 'path', 'pathTooLong'],
  [{ ...A, path: 'pages/"x"' }, 'path', 'pathCharacters'],
  [{ ...A, path: 'pages/\u0000x' }, 'path', 'pathCharacters'],
  [{ ...A, path: 'pages/x?scancode_time=1' }, 'path', 'pathReserved'],
  [{ ...C, path: ' ' }, 'path', 'pathRequired'],
  [{ ...C, path: 'p'.repeat(129) }, 'path', 'pathTooLong'],
  [{ ...B, scene: undefined }, 'scene', 'sceneRequired'],
  [{ ...B, scene: '' }, 'scene', 'sceneRequired'],
  [{ ...B, scene: 'x'.repeat(33) }, 'scene', 'sceneTooLong'],
  [{ ...B, scene: 'a=店' }, 'scene', 'sceneCharacters'],
  [{ ...B, scene: 'a b' }, 'scene', 'sceneCharacters'],
  [{ ...B, scene: 'a%20b' }, 'scene', 'sceneCharacters'],
  [{ ...B, page: 7 }, 'page', 'pageInvalid'],
  [{ ...B, page: 'p'.repeat(1025) }, 'page', 'pageTooLong'],
  [{ ...B, page: '/pages/index' }, 'page', 'pageLeadingSlash'],
  [{ ...B, page: 'pages/index?a=1' }, 'page', 'pageQuery'],
  [{ ...B, page: 'pages/index#a' }, 'page', 'pageFragment'],
  [{ ...B, page: 'pages\\index' }, 'page', 'pageCharacters'],
  [{ ...B, page: 'pages/index?scancode_time=1' }, 'page', 'pageReserved'],
  [{ ...B, checkPath: 'yes' }, 'checkPath', 'switchInvalid'],
  [{ ...A, width: 279 }, 'width', 'widthRange'],
  [{ ...A, width: 1281 }, 'width', 'widthRange'],
  [{ ...A, width: 430.5 }, 'width', 'widthInteger'],
  [{ ...C, width: '430' }, 'width', 'widthInteger'],
  [{ ...A, lineColor: 'red' }, 'lineColor', 'colorInvalid'],
  [{ ...A, lineColor: { ...black, r: 256 } }, 'lineColor.r', 'colorRange'],
  [{ ...B, lineColor: { ...black, g: -1 } }, 'lineColor.g', 'colorRange'],
  [{ ...B, lineColor: { ...black, b: '0' } }, 'lineColor.b', 'colorInvalid'],
  [{ ...A, autoColor: 1 }, 'autoColor', 'switchInvalid'],
  [{ ...B, isHyaline: 'true' }, 'isHyaline', 'switchInvalid'],
  [{ ...A, envVersion: '' }, 'envVersion', 'envVersion'],
  [{ ...A, name: 'n'.repeat(81) }, 'name', 'tooLong'],
  [{ ...B, note: 'n'.repeat(501) }, 'note', 'tooLong'],
];

/** As it comes over the network, where no compiler has looked at it. */
function generate(actor: UserActor, input: Record<string, unknown>) {
  const sent: GenerateCodeInput = JSON.parse(JSON.stringify(input));
  return generateCode(actor, sent);
}

async function expectNothingHappened(): Promise<void> {
  expect(await db().code.count({ where: { miniProgramId } })).toBe(0);
  expect(await quotaState(miniProgramId)).toEqual({ used: 0, entries: 0 });
  expect(weChat.codeCalls).toEqual([]);
  expect(weChat.tokenCalls).toBe(0);
}

describe('bad input', () => {
  test.each(BAD)('%j is refused at %s (%s): nothing stored, called or counted', async (input, field, key) => {
    const place = key === 'tooLong' ? 'errors.issues' : 'wechat.issues';
    await expect(generate(operator, { miniProgramId, ...input })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      issues: expect.arrayContaining([expect.objectContaining({ field, key: `${place}.${key}` })]),
    });
    await expectNothingHappened();
  });

  test('is shown here for every rule that there is', () => {
    expect(new Set(BAD.map(([, , key]) => key).filter((key) => key !== 'tooLong'))).toEqual(
      new Set(ISSUE_KEYS),
    );
  });

  test.each([undefined, '', 7, null])('%j is no Mini Program', async (id) => {
    await expect(generate(operator, { ...A, miniProgramId: id })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      issues: [{ field: 'miniProgramId' }],
    });
  });

  test('for a Mini Program that nobody knows is NOT_FOUND', async () => {
    await expect(generate(operator, { ...A, miniProgramId: 'gone' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('is measured by the Mini Program’s own limit of the path, which never widens the square code’s', async () => {
    const { id } = await insertApp({ pathMaxBytes: 1024 });
    const path = 'p'.repeat(1024);
    expect(await generate(operator, { ...A, path, miniProgramId: id })).toMatchObject({
      outcome: 'generated',
    });
    await expect(generate(operator, { ...A, path: `${path}p`, miniProgramId: id })).rejects.toMatchObject({
      issues: [{ field: 'path', values: { max: 1024, actual: 1025 } }],
    });
    await expect(generate(operator, { ...C, path, miniProgramId: id })).rejects.toMatchObject({
      issues: [{ field: 'path', values: { max: 128, actual: 1024 } }],
    });
  });
});

test('a viewer makes and changes no code', async () => {
  const viewer = await insertActor('VIEWER');
  const forbidden = { code: 'FORBIDDEN', status: 403 };
  await expect(generate(viewer, { ...A, miniProgramId })).rejects.toMatchObject(forbidden);
  await expectNothingHappened();
  const { id } = await insertCode({ miniProgramId, status: 'FAILED' });
  await expect(regenerateCode(viewer, id)).rejects.toMatchObject(forbidden);
  const begun = vi.spyOn(db(), '$transaction');
  await expect(updateCode(viewer, id, { name: 'x' })).rejects.toMatchObject(forbidden);
  expect(begun).not.toHaveBeenCalled();
  begun.mockRestore();
});
