import { catalogue } from '#metrics/catalogue.ts';
import { legalDimensions, type Measure } from '#semantic/define.ts';
import { grains } from '#semantic/question.ts';

const units = { money: '金额', count: '个数', quantity: '数量', ratio: '比率', days: '天', minutes: '分钟' } as const;

/** docs/reference/metrics.md: every measure and dimension, from the catalogue. */
export function metricsReference(): string {
  return [
    '# 指标与维度 · Measures and dimensions',
    '由代码生成（`npm run docs`），不要手改。Generated from the catalogue; do not edit.',
    '## 指标 · Measures',
    ...[...catalogue.measures.values()].map(measureText),
    '## 维度 · Dimensions',
    dimensionTable(),
    '## 时间粒度 · Grains',
    grains.map((grain) => `\`${grain}\``).join(' · '),
    '',
  ].join('\n\n');
}

function measureText(measure: Measure): string {
  const better = { up: '越高越好 · up is better', down: '越低越好 · down is better' };
  const facts = [units[measure.unit], ...(measure.better ? [better[measure.better]] : [])].join(' · ');
  const dimensions = legalDimensions(catalogue, measure).map(({ id }) => `\`${id}\``);
  return [
    `### \`${measure.id}\` ${measure.label.zh} · ${measure.label.en}`,
    `${measure.meaning.zh}。  \n${measure.meaning.en}.`,
    `${facts}  \n可按 · by: ${dimensions.join(' ') || '—'}`,
  ].join('\n\n');
}

function dimensionTable(): string {
  const rows = [...catalogue.dimensions.values()].map(({ id, label }) => `| \`${id}\` | ${label.zh} | ${label.en} |`);
  return ['| id | 名称 | name |', '|---|---|---|', ...rows].join('\n');
}
