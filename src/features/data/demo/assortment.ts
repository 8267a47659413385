import type { NamedRow, ProductLineRow, ProductRow, StageRow } from './rows.ts';

type Item = readonly [name: string, listPrice: number];
type Line = Readonly<{
  id: string;
  name: string;
  /** Share of an average customer's purchases at the start of the story. */
  weight: number;
  /** Growth of that share a year, beside the company's own. */
  drift: number;
  /** Cost as a share of the amount. */
  costShare: number;
  items: readonly Item[];
}>;

/** What the company sells. The weights make sensors a sixth of revenue and the cloud platform the one that grows. */
export const lines: readonly Line[] = [
  {
    id: 'gateway',
    name: '智能网关',
    weight: 0.34,
    drift: 0,
    costShare: 0.66,
    items: [
      ['边缘网关 E100', 1_680],
      ['边缘网关 E300', 2_980],
      ['边缘网关 E500 Pro', 5_600],
      ['5G 工业网关 G20', 4_280],
      ['协议转换网关 P8', 1_260],
    ],
  },
  {
    id: 'sensor',
    name: '传感器',
    weight: 0.17,
    drift: 0,
    costShare: 0.62,
    items: [
      ['振动传感器 V2', 480],
      ['温度传感器 T1', 180],
      ['压力变送器 Y3', 760],
      ['电流互感采集器 C6', 320],
      ['视觉传感器 S5', 3_900],
    ],
  },
  {
    id: 'controller',
    name: '控制器',
    weight: 0.2,
    drift: -0.02,
    costShare: 0.65,
    items: [
      ['可编程控制器 K2', 2_400],
      ['可编程控制器 K6', 6_800],
      ['运动控制器 M4', 9_600],
      ['远程 IO 模块 R16', 860],
    ],
  },
  {
    id: 'cloud',
    name: '云平台订阅',
    weight: 0.15,
    drift: 0.2,
    costShare: 0.31,
    items: [
      ['设备云 基础版（年）', 4_800],
      ['设备云 专业版（年）', 12_800],
      ['设备云 企业版（年）', 36_000],
      ['预测维护模块（年）', 9_800],
    ],
  },
  {
    id: 'service',
    name: '实施服务',
    weight: 0.14,
    drift: 0.02,
    costShare: 0.74,
    items: [
      ['现场实施（人天）', 2_400],
      ['产线数据接入包', 18_000],
      ['驻场实施包（月）', 46_000],
      ['操作培训（次）', 3_600],
    ],
  },
];

/** A product with what the generator needs to sell it. */
export type Product = Readonly<{ id: string; lineId: string; name: string; listPrice: number; costShare: number }>;

/** All products, in the order of their lines. */
export const products: readonly Product[] = lines.flatMap((line) =>
  line.items.map(([name, listPrice], index) => ({
    id: `pr-${line.id.slice(0, 4)}-${index + 1}`,
    lineId: line.id,
    name,
    listPrice,
    costShare: line.costShare,
  })),
);

/** The rows of the store for lines and products. */
export const productLineRows: readonly ProductLineRow[] = lines.map(({ id, name }) => ({ id, name, parent_id: null }));
export const productRows: readonly ProductRow[] = products.map((product, index) => ({
  id: product.id,
  name: product.name,
  code: `HC-${1001 + index * 7}`,
  line_id: product.lineId,
  list_price: `${product.listPrice}.00`,
}));

type Channel = NamedRow &
  Readonly<{
    /** Share of new leads and of older customers. */
    leadShare: number;
    customerShare: number;
    /** Chance that a lead is real, and that a real one becomes a deal. */
    valid: number;
    converted: number;
    /** Factor on the chance to pass each stage. */
    strength: number;
    /** Median working minutes until somebody answers. */
    responseMinutes: number;
    /** Yuan a month at the start of the story. */
    monthlyCost: number;
  }>;

/** Where leads come from. PLANTED: 线上投放 brings a third of all leads, and next to no wins. */
export const channels: readonly Channel[] = [
  {
    id: 'website',
    name: '官网',
    leadShare: 0.2,
    customerShare: 0.16,
    valid: 0.62,
    converted: 0.38,
    strength: 1,
    responseMinutes: 70,
    monthlyCost: 38_000,
  },
  {
    id: 'fair',
    name: '展会',
    leadShare: 0.14,
    customerShare: 0.28,
    valid: 0.6,
    converted: 0.4,
    strength: 1.03,
    responseMinutes: 320,
    monthlyCost: 120_000,
  },
  {
    id: 'referral',
    name: '老客户介绍',
    leadShare: 0.08,
    customerShare: 0.25,
    valid: 0.82,
    converted: 0.55,
    strength: 1.1,
    responseMinutes: 55,
    monthlyCost: 12_000,
  },
  {
    id: 'partner',
    name: '渠道伙伴',
    leadShare: 0.1,
    customerShare: 0.23,
    valid: 0.72,
    converted: 0.45,
    strength: 1.04,
    responseMinutes: 110,
    monthlyCost: 60_000,
  },
  {
    id: 'ads',
    name: '线上投放',
    leadShare: 0.34,
    customerShare: 0,
    valid: 0.34,
    converted: 0.2,
    strength: 0.72,
    responseMinutes: 160,
    monthlyCost: 150_000,
  },
  {
    id: 'calls',
    name: '电话外呼',
    leadShare: 0.14,
    customerShare: 0.08,
    valid: 0.46,
    converted: 0.26,
    strength: 0.93,
    responseMinutes: 40,
    monthlyCost: 90_000,
  },
];

/** The one pipeline. */
export const pipelineRow: NamedRow = { id: 'main', name: '标准销售流程' };

type StageLiteral = readonly [
  id: string,
  name: string,
  kind: StageRow['kind'],
  probability: string,
  dwellLimitDays: number | null,
];

const stages: readonly StageLiteral[] = [
  ['s1', '初步接洽', 'open', '0.1000', 21],
  ['s2', '需求确认', 'open', '0.2500', 30],
  ['s3', '方案报价', 'open', '0.4500', 35],
  ['s4', '商务谈判', 'open', '0.7000', 30],
  ['won', '赢单', 'won', '1.0000', null],
  ['lost', '输单', 'lost', '0.0000', null],
  ['invalid', '无效', 'disqualified', '0.0000', null],
];

/** Its stages: four open ones, then the outcomes. */
export const stageRows: readonly StageRow[] = stages.map(([id, name, kind, probability, dwellLimitDays], index) => ({
  id,
  pipeline_id: pipelineRow.id,
  name,
  position: index + 1,
  kind,
  probability,
  dwell_limit_days: dwellLimitDays,
}));

/** Why deals are lost, with their usual weights. */
export const lostReasons = [
  '价格',
  '选择竞品',
  '预算取消',
  '需求变化',
  '未触达决策人',
  '交付周期',
  '客户无回应',
] as const;
export const lostReasonWeights: readonly number[] = [0.22, 0.2, 0.18, 0.15, 0.1, 0.08, 0.07];

/** Rivals: made up on purpose. */
export const rivals = ['竞品甲', '竞品乙', '竞品丙'] as const;

/** Customer types and the share, order size and rhythm of each. */
export const customerTypes = [
  { name: '大客户', share: 0.1, southShare: 0.08, size: 2.3, rhythm: 1.5 },
  { name: '中型企业', share: 0.38, southShare: 0.54, size: 1.05, rhythm: 1 },
  { name: '小微企业', share: 0.37, southShare: 0.26, size: 0.5, rhythm: 0.7 },
  { name: '渠道商', share: 0.15, southShare: 0.12, size: 1.2, rhythm: 1.3 },
] as const;

/** Industries the customers are in. */
export const industries = [
  '装备制造',
  '汽车零部件',
  '电子制造',
  '新能源',
  '食品饮料',
  '医药',
  '化工',
  '物流仓储',
  '冷链',
  '钢铁冶金',
] as const;
