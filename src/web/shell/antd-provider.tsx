import { ConfigProvider, type ConfigProviderProps } from 'antd';
import enUS from 'antd/locale/en_US.js';
import zhCN from 'antd/locale/zh_CN.js';
import type { ReactNode } from 'react';
import { useText } from '#web/text/use-text.ts';
import { antdTheme } from '#web/theme/antd-theme.ts';
import { useAppearance } from '#web/theme/appearance.tsx';

type AntdLocale = NonNullable<ConfigProviderProps['locale']>;

const themes = { light: antdTheme('light'), dark: antdTheme('dark') };
const locales = { zh: defaultOf(zhCN), en: defaultOf(enUS) };

/** Ant Design in our tokens and the reader's language. */
export function AntdProvider({ children }: Readonly<{ children: ReactNode }>) {
  const { scheme } = useAppearance();
  const { locale } = useText();
  return (
    <ConfigProvider theme={themes[scheme]} locale={locales[locale]} componentSize="middle">
      {children}
    </ConfigProvider>
  );
}

/** TRAP: antd's locale files are CommonJS; TypeScript sees the module where the bundler hands over its default. */
function defaultOf(module: AntdLocale | Readonly<{ default: AntdLocale }>): AntdLocale {
  return 'default' in module ? module.default : module;
}
