/** Texts of the frame around every page. */
export const shell = {
  'shell.tagline': '销售绩效看板',
  'shell.skip': '跳到正文',
  'shell.nav': '页面',
  'shell.page.overview': '总览',
  'shell.page.revenue': '订单与销售额',
  'shell.page.data': '数据',
  'shell.go_home': '回到首页',
  'shell.not_found': '没有这个页面',
  'shell.not_found.why': '链接可能抄错了，或者页面已经搬走。',
  'shell.page_failed': '这个页面没能打开',
  'shell.page_failed.why': '程序出错了，不是你的操作有误。',
  'shell.reload': '重新载入',
} as const;
