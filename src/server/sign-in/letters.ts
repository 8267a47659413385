import { letter } from '#connectors/mail/letter.ts';
import type { Mail } from '#connectors/mail/mailer.ts';

type Linked = Readonly<{ to: string; link: string }>;

/** The link by which somebody chooses another password. */
export function resetLetter({ to, link }: Linked): Mail {
  return letter(to, {
    subject: { zh: '重设Salesboard的密码', en: 'Reset your Salesboard password' },
    text: {
      zh: `有人要重设${to}在Salesboard销售绩效看板的密码。如果是你，请在一小时内打开下面的链接，它只能用一次：\n\n${link}\n\n如果不是你，不用做什么：密码没有改动。`,
      en: `Somebody asked to reset the password of ${to} on Salesboard. If it was you, open this link within the hour; it works once:\n\n${link}\n\nIf it was not, there is nothing to do: the password is as it was.`,
    },
  });
}

/** The link that proves that an address is its owner's. */
export function verificationLetter({ to, link }: Linked): Mail {
  return letter(to, {
    subject: { zh: '确认你的邮箱', en: 'Confirm your e-mail address' },
    text: {
      zh: `请打开下面的链接，确认${to}是你的邮箱。链接三天内有效，只能用一次：\n\n${link}\n\n如果你没有Salesboard账号，请忽略这封邮件。`,
      en: `Open this link to confirm that ${to} is yours. It works once, for three days:\n\n${link}\n\nIf you have no account on Salesboard, ignore this letter.`,
    },
  });
}

const news = {
  password: {
    subject: { zh: '你的密码改了', en: 'Your password was changed' },
    zh: '密码刚刚改了，其他地方的登录都已退出。',
    en: 'The password was just changed, and every other session ended.',
  },
  factorOn: {
    subject: { zh: '两步验证已开启', en: 'Two-step sign-in is on' },
    zh: '两步验证刚刚开启。',
    en: 'Two-step sign-in was just switched on.',
  },
  factorOff: {
    subject: { zh: '两步验证已关闭', en: 'Two-step sign-in is off' },
    zh: '两步验证刚刚关闭，现在只用密码就能登录。',
    en: 'Two-step sign-in was just switched off: the password alone opens the account.',
  },
  recoveryCode: {
    subject: { zh: '有人用恢复码登录', en: 'A recovery code was used' },
    zh: '刚刚有人用恢复码登录了你的账号。',
    en: 'Somebody just signed in to your account by a recovery code.',
  },
} as const;

/** What happened to an account, for its owner to know. */
export type AccountNews = keyof typeof news;

/** Tells the owner what happened to their account, in case it was not them. */
export function newsLetter(to: string, what: AccountNews): Mail {
  const { subject, zh, en } = news[what];
  return letter(to, {
    subject,
    text: {
      zh: `${to}在Salesboard的账号：${zh}\n\n如果不是你，请马上重设密码并告诉管理员。`,
      en: `Your account ${to} on Salesboard: ${en}\n\nIf it was not you, reset your password at once and tell an admin.`,
    },
  });
}
