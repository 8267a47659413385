import type { Bilingual, Locale } from '#shared/bilingual.ts';
import type { Command } from './command.ts';
import { commands } from './commands.ts';
import { offlineCommands } from './restore.ts';

/** What `--help` prints. */
export function helpText(locale: Locale): string {
  const each = [startHelp, ...commands, ...offlineCommands].map(
    ({ name, usage, summary }) => `  ${`${name} ${usage}`.trim()}\n      ${summary[locale]}`,
  );
  return `${heading[locale]}\n\n${each.join('\n')}\n\n${footer[locale]}\n`;
}

const startHelp: Pick<Command, 'name' | 'usage' | 'summary'> = {
  name: 'start',
  usage: '',
  summary: { zh: '启动服务', en: 'start the server' },
};

const heading: Bilingual = {
  zh: '用法：npm run salesboard -- <命令> [选项]',
  en: 'Usage: npm run salesboard -- <command> [options]',
};

const footer: Bilingual = {
  zh: '退出码：0 成功，1 失败，2 用法不对。环境变量见 .env.example。',
  en: 'Exit codes: 0 done, 1 failed, 2 wrong usage. Environment variables: see .env.example.',
};
