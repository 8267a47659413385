import { letter } from '#connectors/mail/letter.ts';
import type { Mail } from '#connectors/mail/mailer.ts';

type Invited = Readonly<{ to: string; link: string; workspace: string; by: string }>;

/** The link by which somebody joins a workspace. */
export function invitationLetter({ to, link, workspace, by }: Invited): Mail {
  return letter(to, {
    subject: { zh: `${by}邀请你加入${workspace}`, en: `${by} invites you to ${workspace}` },
    text: {
      zh: `${by}邀请你加入Salesboard销售绩效看板的工作区「${workspace}」。链接一周内有效，只能用一次：\n\n${link}`,
      en: `${by} invites you to the workspace "${workspace}" on Salesboard. The link works once, for a week:\n\n${link}`,
    },
  });
}
