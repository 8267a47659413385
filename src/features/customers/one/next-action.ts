import type { Bilingual } from '#shared/bilingual.ts';
import type { ValueTier } from '#stats/value-tiers.ts';
import type { JudgedCustomer } from '../churn/churn-book.ts';
import { churnWords } from '../churn/churn-words.ts';

/** What is known of a customer that the next step follows from. */
export type Situation = Readonly<{
  isInPool: boolean;
  tier: ValueTier;
  judged: JudgedCustomer | null;
  contactDays: number | null;
  overdueTask: Readonly<{ title: string; dueOn: string }> | null;
  hasOpenTask: boolean;
  overdueDeal: Readonly<{ id: string; name: string; expectedOn: string }> | null;
}>;

/** The next best step with its reason; `kind` and `task` are the follow-up it becomes, `task` null when it is none. */
export type NextAction = Readonly<{
  code: string;
  title: Bilingual;
  reason: Bilingual;
  kind: 'follow_up' | 'churn' | 'wake_up' | 'stuck';
  isTask: boolean;
}>;

/** After so many days without a contact an A customer waits for us. */
const quietContactDays = 60;
/** A customer is due when so much of its usual gap has passed. */
const dueShare = 0.8;

/** The first step that applies, the most urgent first; there is always one. */
export function nextAction(situation: Situation): NextAction {
  for (const step of steps) {
    const found = step(situation);
    if (found) return found;
  }
  return {
    code: 'keep',
    kind: 'follow_up',
    isTask: true,
    title: { zh: '按节奏维护', en: 'Keep in touch' },
    reason: { zh: '没有超出节奏、逾期或卡住的事', en: 'Nothing is late, overdue or beyond its rhythm' },
  };
}

const steps: readonly ((situation: Situation) => NextAction | null)[] = [
  finishTask,
  claim,
  callBeforeLost,
  askWhyLess,
  moveDeal,
  offerAgain,
  contactValuable,
];

function finishTask({ overdueTask }: Situation): NextAction | null {
  return (
    overdueTask && {
      code: 'finish_task',
      kind: 'follow_up',
      isTask: false,
      title: { zh: `先做逾期的跟进：${overdueTask.title}`, en: `Do the overdue follow-up first: ${overdueTask.title}` },
      reason: { zh: `${overdueTask.dueOn}已到期`, en: `It was due on ${overdueTask.dueOn}` },
    }
  );
}

function claim({ isInPool }: Situation): NextAction | null {
  if (!isInPool) return null;
  return {
    code: 'claim',
    kind: 'follow_up',
    isTask: false,
    title: { zh: '在公海里，可以领取', en: 'In the pool: can be claimed' },
    reason: { zh: '现在没有负责人', en: 'Nobody owns it now' },
  };
}

function callBeforeLost({ judged, hasOpenTask }: Situation): NextAction | null {
  const level = judged?.judgement.level;
  if (!judged || hasOpenTask || (level !== 'high' && level !== 'medium')) return null;
  return {
    code: 'call',
    kind: 'churn',
    isTask: true,
    title: { zh: '问问近况，弄清为什么没下单', en: 'Ask how things are and why orders stopped' },
    reason: churnWords(judged),
  };
}

function askWhyLess({ judged, hasOpenTask }: Situation): NextAction | null {
  if (!judged || hasOpenTask || judged.judgement.fall === null || judged.judgement.isGone) return null;
  return {
    code: 'ask_why_less',
    kind: 'churn',
    isTask: true,
    title: { zh: '问清为什么买得少了，份额给了谁', en: 'Ask why it buys less, and from whom instead' },
    reason: churnWords(judged),
  };
}

function moveDeal({ overdueDeal }: Situation): NextAction | null {
  return (
    overdueDeal && {
      code: 'move_deal',
      kind: 'stuck',
      isTask: true,
      title: {
        zh: `重新约定商机“${overdueDeal.name}”的成交日`,
        en: `Agree a new closing day for “${overdueDeal.name}”`,
      },
      reason: {
        zh: `预计成交日${overdueDeal.expectedOn}已过`,
        en: `It was expected to close on ${overdueDeal.expectedOn}`,
      },
    }
  );
}

function offerAgain({ judged }: Situation): NextAction | null {
  const gap = judged?.judgement.medianGapDays;
  if (!judged || judged.judgement.isGone || !gap || judged.figures.silentDays < dueShare * gap) return null;
  const days = Math.round(gap);
  const { silentDays } = judged.figures;
  return {
    code: 'offer_again',
    kind: 'follow_up',
    isTask: true,
    title: { zh: '快到下单的日子，主动报一次价', en: 'An order is due: make an offer' },
    reason: {
      zh: `平常约${days}天一单，上一单过去${silentDays}天`,
      en: `It orders about every ${days} days; the last order is ${silentDays} days old`,
    },
  };
}

function contactValuable({ tier, contactDays }: Situation): NextAction | null {
  if (tier !== 'a' || (contactDays !== null && contactDays < quietContactDays)) return null;
  return {
    code: 'contact',
    kind: 'follow_up',
    isTask: true,
    title: { zh: '去联系一次', en: 'Get in touch' },
    reason:
      contactDays === null
        ? { zh: 'A级客户，还没有联系记录', en: 'An A customer without any contact on record' }
        : { zh: `A级客户，${contactDays}天没有联系`, en: `An A customer, ${contactDays} days without a contact` },
  };
}
