import type { Bilingual } from '#shared/bilingual.ts';
import type { JudgedCustomer } from './churn-book.ts';
import { recentDays } from './churn-figures.ts';

/** Why a customer is warned of, with its numbers. */
export function churnWords({ figures, judgement }: JudgedCustomer): Bilingual {
  const parts = [silence({ figures, judgement }), likelihood(judgement.alive), fallen({ figures, judgement })].filter(
    (part) => part !== null,
  );
  return {
    zh: parts.map(({ zh }) => zh).join('；'),
    en: capitalised(parts.map(({ en }) => en).join('; ')),
  };
}

function silence({ figures, judgement }: JudgedCustomer): Bilingual {
  const { silentDays, orderDays } = figures;
  if (judgement.medianGapDays === null || judgement.thresholdDays === null) {
    return orderDays === 1
      ? { zh: `只下过1单，已过去${silentDays}天`, en: `bought once, ${silentDays} days ago` }
      : {
          zh: `下过${orderDays}次单，已${silentDays}天没下单`,
          en: `ordered ${orderDays} times, silent for ${silentDays} days`,
        };
  }
  const [gap, limit] = [Math.round(judgement.medianGapDays), Math.round(judgement.thresholdDays)];
  return judgement.isSilent
    ? {
        zh: `平常约${gap}天一单，已${silentDays}天没下单，超过${limit}天的界限`,
        en: `orders about every ${gap} days, silent for ${silentDays}, beyond its limit of ${limit}`,
      }
    : {
        zh: `平常约${gap}天一单，已${silentDays}天没下单`,
        en: `orders about every ${gap} days, silent for ${silentDays}`,
      };
}

function likelihood(alive: number | null): Bilingual | null {
  if (alive === null) return null;
  const percent = alive < 0.01 ? '<1' : alive > 0.99 ? '>99' : String(Math.round(alive * 100));
  return { zh: `仍是客户的概率${percent}%`, en: `${percent} % likely still a customer` };
}

/** Of who is warned of for the silence that fills the 90 days there is nothing more to say. */
function fallen({ figures, judgement: { fall, level } }: JudgedCustomer): Bilingual | null {
  if (fall === null || (level !== 'low' && figures.silentDays >= recentDays)) return null;
  const percent = Math.round(-fall * 100);
  return {
    zh: `近90天金额比自己的常态少${percent}%`,
    en: `its last 90 days bring ${percent} % less than its own norm`,
  };
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
