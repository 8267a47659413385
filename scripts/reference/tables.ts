import { permissions, roles } from '#features/permissions.ts';
import { variables } from '#server/config.ts';
import { permissionWords } from '#server/permission-words.ts';

import { problems } from '#shared/problem.ts';

const generated = '由代码生成（`npm run docs`），不要手改。Generated from the code; do not edit.';

/** docs/reference/problems.md: the closed table of what can go wrong. */
export function problemsReference(): string {
  const rows = Object.entries(problems).map(
    ([code, { status, title }]) => `| \`${code}\` | ${status} | ${title.zh} | ${title.en} |`,
  );
  return page('问题代码 · Problem codes', [
    '错误以 RFC 9457 `application/problem+json` 返回，带 `code`。Errors carry a `code`; its meaning never changes.',
    table(['code', 'status', '标题', 'title'], rows),
  ]);
}

/** docs/reference/configuration.md: every environment variable. */
export function configurationReference(): string {
  const rows = Object.entries(variables).map(
    ([name, { initial, meaning }]) =>
      `| \`${name}\` | ${initial ? `\`${initial}\`` : '—'} | ${meaning.zh} | ${meaning.en} |`,
  );
  return page('设置 · Configuration', [table(['变量 · variable', '初始 · initial', '含义', 'meaning'], rows)]);
}

/** .env.example: the same variables, ready to copy. */
export function environmentExample(): string {
  const lines = Object.entries(variables).map(
    ([name, { initial, meaning }]) =>
      `# ${meaning.zh}\n# ${meaning.en}\n${initial ? '' : '# '}${name}=${initial ?? ''}\n`,
  );
  return lines.join('\n');
}

/** docs/reference/permissions.md: which role may do what. */
export function permissionsReference(): string {
  const rows = Object.entries(permissions).map(([name, holders]) => {
    const marks = roles.map((role) => ((holders as readonly string[]).includes(role) ? '●' : ''));
    // as: entries forgets that the names are those of the table.
    const { zh, en } = permissionWords[name as keyof typeof permissions];
    return `| \`${name}\` | ${marks.join(' | ')} | ${zh} | ${en} |`;
  });
  return page('角色与权限 · Roles and permissions', [
    '看哪些数据另由数据范围决定（本人、本人及下属、本部门、本部门及下属、全部）。Whose data is seen is decided by the data scope.',
    table(['', ...roles, '可以', 'may'], rows),
  ]);
}

function page(title: string, parts: readonly string[]): string {
  return [`# ${title}`, generated, ...parts, ''].join('\n\n').replace(/\n+$/, '\n');
}

function table(head: readonly string[], rows: readonly string[]): string {
  return [`| ${head.join(' | ')} |`, `|${head.map(() => '---').join('|')}|`, ...rows].join('\n');
}
