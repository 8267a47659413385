import type { PermissionName } from '#features/permissions.ts';
import type { Bilingual } from '#shared/bilingual.ts';

/** What each permission allows, in words: for the settings page and the reference. */
export const permissionWords = {
  'data.read': { zh: '查看数据范围内的数字和明细', en: 'See and list numbers within the data scope' },
  'data.export': { zh: '导出成文件（每次都有记录）', en: 'Export to files (each time on record)' },
  'margin.read': { zh: '查看成本和毛利', en: 'See costs and gross profit' },
  'commission.read': { zh: '查看提成', en: 'See commissions' },
  'links.share': {
    zh: '把看到的页面用链接分享给没有账号的人',
    en: 'Share a view by link with people without an account',
  },
  'links.manage': { zh: '查看和收回所有人的分享链接', en: 'See and revoke everybody’s share links' },
  'orders.write': { zh: '录入和修改订单', en: 'Enter and change orders' },
  'tasks.write': { zh: '新建跟进待办并记录结果', en: 'Add follow-ups and record their outcome' },
  'pipeline.write': { zh: '修改商机：推进、赢单、输单', en: 'Change deals: advance, win, lose' },
  'pipeline.assign': { zh: '把商机转给别人', en: 'Hand deals over to somebody else' },
  'pipeline.settings': { zh: '设置销售流程和规则', en: 'Set pipelines and their rules' },
  'customers.pool': { zh: '查看公海客户', en: 'See the customers in the pool' },
  'customers.write': { zh: '认领客户、唤醒客户', en: 'Claim and wake up customers' },
  'customers.release': { zh: '把客户放回公海', en: 'Release customers to the pool' },
  'customers.settings': { zh: '设置客户分级和公海规则', en: 'Set customer tiers and pool rules' },
  'contacts.reveal': {
    zh: '查看联系人的电话和邮箱（每次都有记录）',
    en: 'See contacts in clear (each time on record)',
  },
  'audit.read': { zh: '查看操作日志', en: 'Read the audit log' },
  'imports.read': { zh: '查看导入记录', en: 'See what was imported' },
  'imports.write': { zh: '导入数据和撤销导入', en: 'Import data and undo imports' },
  'calendar.write': { zh: '修改工作日历', en: 'Change the calendar of workdays' },
  'workspace.write': { zh: '修改工作区设置', en: 'Change the settings of the workspace' },
  'workspace.export': { zh: '把工作区的全部数据带走', en: 'Take all data of the workspace along' },
  'members.write': { zh: '邀请成员，设置角色和数据范围', en: 'Invite members, set roles and data scopes' },
  'single_sign_on.write': {
    zh: '设置单点登录（等于决定谁能以谁的身份进来）',
    en: 'Set up single sign-on (which decides who comes in as whom)',
  },
  'roles.write': { zh: '新建和修改角色', en: 'Make and change roles' },
  'api_keys.write': { zh: '创建和撤销 API 密钥', en: 'Make and revoke API keys' },
} as const satisfies Record<PermissionName, Bilingual>;
