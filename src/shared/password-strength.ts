import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import type { Bilingual } from './bilingual.ts';
import { commonPinyin } from './common-pinyin.ts';

/** Shortest password that somebody may choose, in characters. */
export const minPasswordLength = 10;

/** Longest password that is looked at; more would only burn the server's time. */
export const maxPasswordLength = 128;

/** Why a password is too easily guessed. */
type Weakness = 'short' | 'common' | 'personal' | 'pattern' | 'name' | 'date' | 'guessable';

/** How strong a password is, from 0 to 4, and why it is refused; null when it may be chosen. */
export type PasswordStrength = Readonly<{ score: 0 | 1 | 2 | 3 | 4; weakness: Weakness | null }>;

/** What to say about a weakness. */
export const weaknessWords = {
  short: {
    zh: `密码至少要有${minPasswordLength}个字符`,
    en: `A password has at least ${minPasswordLength} characters`,
  },
  common: {
    zh: '这个密码太常见，在泄露的密码名单里就有，或与其中的很像；请用几个不相关的词连起来',
    en: 'This password is on the lists of leaked ones, or close to one; join a few words that have nothing to do with each other',
  },
  personal: {
    zh: '这个密码里有你的邮箱、姓名或产品名，容易猜到；请换成与你无关的词',
    en: 'This password holds your e-mail, your name or the product’s; take words that have nothing to do with you',
  },
  pattern: {
    zh: '这个密码是重复、连续或键盘上相邻的字符，容易猜到；请用几个不相关的词',
    en: 'This password repeats, counts up or follows the keyboard; join a few words instead',
  },
  name: {
    zh: '这个密码主要是人名，容易猜到；请再加几个不相关的词',
    en: 'This password is mostly a name; add a few words that have nothing to do with it',
  },
  date: {
    zh: '这个密码主要是日期或年份，容易猜到；请用几个不相关的词',
    en: 'This password is mostly a date or a year; join a few words instead',
  },
  guessable: {
    zh: '这个密码太容易猜到；再加一两个不相关的词就好',
    en: 'This password is too easily guessed; a word or two more will do',
  },
} as const satisfies Record<Weakness, Bilingual>;

/** Ten to the eighth guesses: what zxcvbn calls safely unguessable as long as tries are limited and hashes are slow, as ours are. */
const enough = 3;
// TRAP: the time grows faster than the length; what follows cannot make the beginning easier to guess.
const judgedLength = 64;

/** Judges a password by zxcvbn and lists that are part of the product; nothing leaves the machine. `about`: e-mail and name of its owner. */
export async function passwordStrength(password: string, about: readonly string[] = []): Promise<PasswordStrength> {
  if ([...password].length < minPasswordLength) return { score: 0, weakness: 'short' };
  const judge = await loadedJudge();
  const { score, feedback } = judge.check(password, ['salesboard', ...about.flatMap(wordsOf)]);
  return { score, weakness: score >= enough ? null : (weaknessOf[feedback.warning ?? ''] ?? 'guessable') };
}

const weaknessOf: Readonly<Record<string, Weakness>> = {
  topTen: 'common',
  topHundred: 'common',
  common: 'common',
  similarToCommon: 'common',
  wordByItself: 'common',
  userInputs: 'personal',
  straightRow: 'pattern',
  keyPattern: 'pattern',
  simpleRepeat: 'pattern',
  extendedRepeat: 'pattern',
  sequences: 'pattern',
  namesByThemselves: 'name',
  commonNames: 'name',
  recentYears: 'date',
  dates: 'date',
};

let judge: Promise<ZxcvbnFactory> | undefined;

/** Two megabytes of lists, loaded when the first password is chosen. */
function loadedJudge(): Promise<ZxcvbnFactory> {
  judge ??= newJudge();
  return judge;
}

async function newJudge(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory: Factory }, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ]);
  return new Factory({
    dictionary: { ...common.dictionary, ...english.dictionary, 'passwords-pinyin': [...commonPinyin] },
    graphs: common.adjacencyGraphs,
    maxLength: judgedLength,
  });
}

/** An e-mail gives its parts, a name itself; pieces of one or two letters would make every password personal. */
function wordsOf(text: string): readonly string[] {
  const lower = text.toLowerCase();
  return [lower, ...lower.split(/[\s@._+-]+/)].filter((word) => word.length > 2);
}
