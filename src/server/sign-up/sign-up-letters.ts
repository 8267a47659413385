import { letter } from '#connectors/mail/letter.ts';
import type { Mail } from '#connectors/mail/mailer.ts';

/** The letter whose link opens the trial. */
export function confirmLetter(to: string, link: string): Mail {
  return letter(to, {
    subject: { zh: '开始试用 Salesboard', en: 'Start your Salesboard trial' },
    text: {
      zh: `你好，\n\n点下面的链接，几秒钟就能进入你的工作区（24小时内有效，只能用一次）：\n\n${link}\n\n不是你申请的？不用理会这封信，不会有任何账号产生。`,
      en: `Hello,\n\nthis link opens your workspace within seconds (it works once, for 24 hours):\n\n${link}\n\nIt was not you? Ignore this letter; no account comes of it.`,
    },
  });
}

/** The letter to somebody who has an account already: only they learn that. */
export function knownLetter(to: string, address: string): Mail {
  return letter(to, {
    subject: { zh: '你已经有 Salesboard 账号了', en: 'You have a Salesboard account already' },
    text: {
      zh: `你好，\n\n有人用这个邮箱申请试用，而你已经有账号了。直接登录即可：\n\n${address}/sign-in\n\n要再开一个工作区：登录后在“我的”里点“新建工作区”。忘了密码，可以在登录页重设。\n不是你申请的？不用理会这封信，什么都没有改变。`,
      en: `Hello,\n\nsomebody asked for a trial with this address, and you have an account already. Just sign in:\n\n${address}/sign-in\n\nFor another workspace, choose "New workspace" in your menu. If you forgot the password, reset it on the sign-in page.\nIt was not you? Ignore this letter; nothing has changed.`,
    },
  });
}
