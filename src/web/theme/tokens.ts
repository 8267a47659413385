/** The two grounds the app is drawn on. */
export type Scheme = 'light' | 'dark';

/** Which colour says "up": 红涨绿跌 (China) or 绿涨红跌. */
export type ChangeColours = 'red_up' | 'green_up';

const light = {
  bg: '#FFFFFF',
  side: '#F6F7F9',
  raised: '#FFFFFF',
  hover: '#F1F3F7',
  ink: '#171A21',
  t2: '#525866',
  t3: '#6B7280',
  line: '#E7E9ED',
  rule: '#C8CCD4',
  track: '#E6E9EF',
  acc: '#2A5BD7',
  'on-acc': '#FFFFFF',
  'acc-btn': '#2A5BD7',
  'acc-t': '#2450C4',
  'acc-bg': '#EAF0FD',
  'acc-2': '#A9BFF2',
  ref: '#8C93A1',
  up: '#C62F2B',
  down: '#12774A',
  error: '#C62F2B',
  warn: '#935600',
  'warn-f': '#C47A00',
  'warn-bg': '#FCF3E0',
  shadow: '0 6px 24px rgba(20,24,33,.12),0 0 0 1px rgba(20,24,33,.08)',
} as const;

/** A role of colour: `var(--role)` in CSS, `palette[role]` where CSS cannot reach (ECharts, canvas). */
type ColourRole = keyof typeof light;

type Roles = Readonly<Record<ColourRole, string>>;

const dark: Roles = {
  bg: '#131519',
  side: '#0E1013',
  raised: '#1E2127',
  hover: '#1C1F25',
  ink: '#E9EBEF',
  t2: '#A6ADB9',
  t3: '#8A919E',
  line: '#252930',
  rule: '#3B414B',
  track: '#2A2F38',
  acc: '#5B8AF0',
  'on-acc': '#0B1020',
  'acc-btn': '#3A6AE0',
  'acc-t': '#8FB0FB',
  'acc-bg': '#1B2742',
  'acc-2': '#33497F',
  ref: '#7A8292',
  up: '#FF7B72',
  down: '#45C08A',
  error: '#FF7B72',
  warn: '#E9B04A',
  'warn-f': '#D9972B',
  'warn-bg': '#2D2413',
  shadow: '0 10px 36px rgba(0,0,0,.55),0 0 0 1px rgba(255,255,255,.09)',
};

/** The colour roles as written in `variables.css`, before the workspace's choice of up and down. */
export const tokens: Readonly<Record<Scheme, Roles>> = { light, dark };

/** Series of one chart, in this order; the sixth is 其他. More than four series: small multiples. */
const categorical: Readonly<Record<Scheme, readonly string[]>> = {
  light: ['#2A5BD7', '#3F4756', '#5C93CC', '#C4812F', '#7A4A1E', '#8B90A0'],
  dark: ['#5B8AF0', '#D5DAE3', '#8CC4F0', '#E0A04A', '#B07848', '#7F8796'],
};

type Step = Readonly<{ fill: string; text: string }>;

/** Six steps of a heat scale, more = further from the sheet, each with the text colour that is readable on it. */
const sequential: Readonly<Record<Scheme, readonly Step[]>> = {
  light: [
    { fill: '#EEF3FD', text: '#171A21' },
    { fill: '#D5E1FA', text: '#171A21' },
    { fill: '#A9BFF2', text: '#171A21' },
    { fill: '#7397E8', text: '#171A21' },
    { fill: '#2A5BD7', text: '#FFFFFF' },
    { fill: '#183A94', text: '#FFFFFF' },
  ],
  dark: [
    { fill: '#1A2030', text: '#A6ADB9' },
    { fill: '#1F2C4C', text: '#C9D0DC' },
    { fill: '#26396B', text: '#E9EBEF' },
    { fill: '#2F4A90', text: '#E9EBEF' },
    { fill: '#3D60B8', text: '#FFFFFF' },
    { fill: '#5B8AF0', text: '#0B1020' },
  ],
};

/** Every colour for the scheme, with up and down as the workspace wants them. */
export type Palette = Roles & Readonly<{ scheme: Scheme; categorical: readonly string[]; sequential: readonly Step[] }>;

/** The palette to hand to a drawing that cannot read CSS variables. */
export function palette(scheme: Scheme, colours: ChangeColours): Palette {
  const roles = tokens[scheme];
  const swapped = colours === 'green_up' ? { up: roles.down, down: roles.up } : {};
  return { ...roles, ...swapped, scheme, categorical: categorical[scheme], sequential: sequential[scheme] };
}
