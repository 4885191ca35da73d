import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { AppError, type CommonIssueKey } from '@/lib/errors';

/** 10^9 guesses: years for whoever guesses at the sign-in page, and no rule about digits and symbols. */
const GUESSES_LOG10_MIN = 9;
/** Judging takes longer the longer a password is, and what is weak over 64 characters is weak altogether. */
const JUDGED_CHARS = 64;
/** Shorter parts of a name are in every other word. */
const PART_MIN_CHARS = 3;

/** The last one is what `npm run seed` gives to everybody. */
const PRODUCT = 'suncode sun-code 太阳码 taiyangma wechat weixin 微信 小程序 suncode-demo-1'.split(' ');

/** What a password must not be made of: who it is for, and the one before it. */
export type PasswordOwner = {
  name?: string | undefined;
  email?: string | null | undefined;
  oldPassword?: string | undefined;
};

export type PasswordIssue = Extract<CommonIssueKey, `password${string}`>;

// Half a megabyte of lists, read when the first password is judged.
async function createJudge(): Promise<ZxcvbnFactory> {
  const [core, common] = await Promise.all([import('@zxcvbn-ts/core'), import('@zxcvbn-ts/language-common')]);
  const { PINYIN_SYLLABLES, CHINESE_FAVORITES } = await import('./pinyin');
  const { qwerty, keypad } = common.adjacencyGraphs;
  return new core.ZxcvbnFactory({
    dictionary: {
      ...common.dictionary,
      pinyin: [...new Set(PINYIN_SYLLABLES)],
      favorites: CHINESE_FAVORITES,
    },
    graphs: { qwerty, keypad },
    maxLength: JUDGED_CHARS,
  });
}

let judge: Promise<ZxcvbnFactory> | undefined;

/** The whole, and each part of it that is long enough to be told from other words. */
function partsOf(text: string): string[] {
  const parts = text.split(/[^\p{L}\p{N}]+/u).flatMap((part) => [part, part.replace(/\d+$/, '')]);
  return [text, ...parts.filter((part) => part.length >= PART_MIN_CHARS || /\p{Script=Han}{2}/u.test(part))];
}

const REASONS: Record<string, PasswordIssue> = {
  repeat: 'passwordRepeated',
  sequence: 'passwordKeyboard',
  spatial: 'passwordKeyboard',
};

type Part = { pattern: string; token: string; dictionaryName?: unknown };

function reasonOf({ pattern, dictionaryName }: Part): PasswordIssue {
  if (pattern !== 'dictionary') return REASONS[pattern] ?? 'passwordWeak';
  return dictionaryName === 'userInputs' ? 'passwordPersonal' : 'passwordCommon';
}

/** What takes up most of a weak password names its fault; what belongs to the person does so in any case. */
function worstReason(parts: Part[]): PasswordIssue {
  const byLength = parts.toSorted((one, other) => other.token.length - one.token.length);
  const reasons = byLength.map(reasonOf);
  if (reasons.includes('passwordPersonal')) return 'passwordPersonal';
  return reasons[0] ?? 'passwordWeak';
}

/**
 * Judges a password by how many guesses it takes (zxcvbn), with the words that Chinese passwords are made of. Nothing about
 * it leaves the place where it is called.
 * @returns why it is refused; null when it is good
 */
export async function passwordIssue(password: string, owner: PasswordOwner): Promise<PasswordIssue | null> {
  const given = password.normalize('NFKC');
  const old = owner.oldPassword?.normalize('NFKC');
  if (old !== undefined && given.toLowerCase() === old.toLowerCase()) return 'passwordOld';
  judge ??= createJudge();
  const own = [owner.name, owner.email].filter((text) => typeof text === 'string' && text !== '');
  const inputs = [
    ...PRODUCT,
    ...(old === undefined ? [] : [old]),
    ...own.flatMap((text) => partsOf(text ?? '')),
  ];
  const { guessesLog10, sequence } = (await judge).check(given, inputs);
  return guessesLog10 >= GUESSES_LOG10_MIN ? null : worstReason(sequence);
}

/** @throws AppError INVALID_INPUT that names the reason at `field` */
export async function requireStrongPassword(
  field: string,
  password: string,
  owner: PasswordOwner,
): Promise<void> {
  const issue = await passwordIssue(password, owner);
  if (issue)
    throw new AppError('INVALID_INPUT', {
      issues: [{ field, key: `errors.issues.${issue}`, values: {} }],
    });
}
