import type { Bilingual } from '#shared/bilingual.ts';

export type StageKind = 'open' | 'won' | 'lost' | 'disqualified';

/** Stage names by maturity, earliest first; a name that is not here comes after those that are, in the file's order. */
const openStages: readonly (readonly string[])[] = [
  ['new', 'lead', 'prospect', 'prospecting', '线索', '新建', '潜在', '初步接触', '初步沟通', '初次接触'],
  ['qualification', 'qualified', 'qualify', '需求确认', '需求分析', '立项', '资格确认', '有效'],
  [
    'discovery',
    'engaging',
    'engaged',
    'contacted',
    'needs analysis',
    '接洽',
    '跟进中',
    '需求沟通',
    '需求调研',
    '客户拜访',
  ],
  ['demo', 'presentation', 'solution', 'value proposition', '方案', '方案制定', '方案演示', '产品演示', '方案确认'],
  ['proposal', 'quote', 'quotation', 'price quote', '报价', '方案报价', '提交方案', '投标'],
  ['negotiation', 'review', 'negotiation/review', '谈判', '商务谈判', '谈判审核', '价格谈判'],
  ['contract', 'verbal', 'commit', '合同', '签约中', '合同审批', '待签约', '合同签订中'],
];

const wonPattern = /won|赢|成交|签约成功|已签约|成单|中标|^win$|^签约$/i;
const lostPattern = /lost|lose|输|丢|失败|流失|未中标|战败|丢失|^loss$/i;
const disqualifiedPattern = /disqualif|invalid|abandon|无效|作废|不合格/i;

/** What a stage of that name means for a deal. */
export function stageKind(name: string): StageKind {
  if (disqualifiedPattern.test(name)) return 'disqualified';
  if (lostPattern.test(name)) return 'lost';
  return wonPattern.test(name) ? 'won' : 'open';
}

/** The names from the least mature to won, lost and disqualified; equals keep the file's order. */
export function byMaturity(names: readonly string[]): readonly string[] {
  return [...names].sort((a, b) => maturity(a) - maturity(b));
}

/** The name of the pipeline for a file that names none. */
export const usualPipeline: Bilingual = { zh: '销售流程', en: 'Sales pipeline' };

function maturity(name: string): number {
  const kinds: Record<StageKind, number> = { open: 0, won: 1000, lost: 1001, disqualified: 1002 };
  const kind = stageKind(name);
  if (kind !== 'open') return kinds[kind];
  const rank = openStages.findIndex((group) => group.includes(name.trim().toLowerCase()));
  return rank === -1 ? 500 : rank;
}
