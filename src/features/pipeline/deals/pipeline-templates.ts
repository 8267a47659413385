import type { Bilingual } from '#shared/bilingual.ts';

/** A stage of a template: its name, the usual chance to win from there, and the days it may take. */
type TemplateStage = Readonly<{ name: Bilingual; probability: number; dwellLimitDays: number }>;

/** A pipeline as an industry usually has it: a start to be edited, not a rule. */
export type PipelineTemplate = Readonly<{ id: string; name: Bilingual; stages: readonly TemplateStage[] }>;

/** Templates by industry. Chances and days are starting points; the pipeline page shows what the own history says. */
export const pipelineTemplates: readonly PipelineTemplate[] = [
  template('software', '软件与云服务', 'Software and cloud', [
    ['线索确认', 'Qualification', 0.1, 10],
    ['需求调研', 'Discovery', 0.2, 14],
    ['产品演示', 'Demo', 0.35, 14],
    ['试用验证', 'Trial', 0.5, 21],
    ['商务谈判', 'Negotiation', 0.7, 14],
    ['合同审批', 'Contract', 0.9, 10],
  ]),
  template('manufacturing', '制造与工业设备', 'Manufacturing and equipment', [
    ['初步接洽', 'First contact', 0.1, 15],
    ['技术交流', 'Technical talks', 0.2, 30],
    ['方案与报价', 'Proposal and quote', 0.35, 30],
    ['样机或试产', 'Prototype or trial run', 0.5, 45],
    ['招投标', 'Tender', 0.6, 30],
    ['商务谈判', 'Negotiation', 0.8, 20],
  ]),
  template('retail_distribution', '零售与分销', 'Retail and distribution', [
    ['门店接洽', 'Store contact', 0.2, 7],
    ['选品与报价', 'Assortment and quote', 0.4, 7],
    ['铺货试销', 'Trial sale', 0.6, 21],
    ['签订协议', 'Agreement', 0.85, 10],
  ]),
  template('real_estate', '房地产', 'Real estate', [
    ['来电来访', 'Enquiry', 0.05, 7],
    ['带看', 'Viewing', 0.15, 14],
    ['意向认筹', 'Reservation', 0.4, 14],
    ['认购', 'Subscription', 0.75, 7],
    ['签约与贷款', 'Contract and loan', 0.92, 30],
  ]),
  template('education', '教育培训', 'Education', [
    ['咨询', 'Enquiry', 0.1, 5],
    ['试听邀约', 'Trial invited', 0.25, 7],
    ['试听到课', 'Trial attended', 0.45, 7],
    ['方案与报价', 'Plan and price', 0.65, 7],
    ['缴费', 'Payment', 0.9, 5],
  ]),
];

type Told = readonly [zh: string, en: string, probability: number, dwellLimitDays: number];

function template(id: string, zh: string, en: string, stages: readonly Told[]): PipelineTemplate {
  return {
    id,
    name: { zh, en },
    stages: stages.map(([stageZh, stageEn, probability, dwellLimitDays]) => ({
      name: { zh: stageZh, en: stageEn },
      probability,
      dwellLimitDays,
    })),
  };
}
