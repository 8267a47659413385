import { type ThemeConfig, theme } from 'antd';
import { fontFamily, type Scheme, tokens } from './tokens.ts';

/** Ant Design in our tokens. Values are set where antd would derive a colour of too little contrast. */
export function antdTheme(scheme: Scheme): ThemeConfig {
  const roles = tokens[scheme];
  return {
    algorithm: scheme === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      ...seed(scheme),
      fontSizeSM: 12,
      controlHeightSM: 24,
      controlHeightLG: 44,
      fontSizeHeading4: 20,
      fontSizeHeading5: 14,
      colorText: roles.ink,
      colorTextSecondary: roles.t2,
      colorTextTertiary: roles.t3,
      colorTextDescription: roles.t3,
      colorTextPlaceholder: roles.t3,
      colorBorder: roles.rule,
      colorBorderSecondary: roles.line,
      colorSplit: roles.line,
      colorBgContainer: roles.bg,
      colorBgLayout: roles.bg,
      colorBgElevated: roles.raised,
      colorPrimaryBg: roles['acc-bg'],
      colorFillSecondary: roles.track,
      boxShadowSecondary: roles.shadow,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.12s',
    },
    components: components(scheme),
  };
}

function seed(scheme: Scheme): NonNullable<ThemeConfig['token']> {
  const roles = tokens[scheme];
  return {
    colorPrimary: roles['acc-btn'],
    colorInfo: roles['acc-btn'],
    colorLink: roles['acc-t'],
    colorSuccess: tokens[scheme].down,
    colorWarning: roles['warn-f'],
    colorError: roles.error,
    colorTextBase: roles.ink,
    colorBgBase: roles.bg,
    fontFamily,
    fontSize: 13,
    borderRadius: 6,
    borderRadiusLG: 8,
    borderRadiusSM: 4,
    controlHeight: 28,
    wireframe: false,
  };
}

function components(scheme: Scheme): NonNullable<ThemeConfig['components']> {
  const roles = tokens[scheme];
  return {
    Menu: {
      itemHeight: 34,
      itemBorderRadius: 6,
      itemBg: roles.side,
      itemSelectedBg: roles['acc-bg'],
      itemSelectedColor: roles['acc-t'],
    },
    Table: {
      headerBg: 'transparent',
      headerColor: roles.t3,
      headerSplitColor: 'transparent',
      cellPaddingBlockSM: 4,
      cellPaddingInlineSM: 8,
      rowHoverBg: roles.hover,
    },
    Tag: { defaultBg: roles['warn-bg'], defaultColor: roles.warn },
  };
}
