/** Texts of `sign-in`. */
export const signIn = {
  'sign_in.title': '登录',
  'sign_in.email': '邮箱',
  'sign_in.password': '密码',
  'sign_in.submit': '登录',
  'sign_in.submitting': '正在登录',
  'sign_in.expired': '登录已过期。登录后会回到刚才的页面。',
  'sign_in.demo': '演示账号',
  'sign_in.demo.why': '选一个角色，密码在启动服务的终端里。',
  'sign_in.demo.fill': '用{{role}}的演示账号',
} as const;
