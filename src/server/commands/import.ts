import { importUsage, importCommand as runImport } from '#features/data/import-command.ts';
import type { Command } from './command.ts';

/** `import`: files into a workspace. */
export const importCommand: Command = {
  name: 'import',
  usage: importUsage,
  summary: {
    zh: '把 CSV、XLSX、XLS 文件导入工作区；几个文件算一次导入，要么全部成功，要么什么都不变',
    en: 'import CSV, XLSX and XLS files into a workspace; several files are one import, all or nothing',
  },
  run: (context, args) => runImport(context, args, context),
};
