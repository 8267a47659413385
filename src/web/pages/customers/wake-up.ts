import { useMe } from '#web/api/use-me.ts';
import type { Segment } from './customer-words.ts';

/** What we do with a segment: the kind of task, and in how many days it is due. Texts hang on the segment. */
type Strategy = Readonly<{ kind: 'follow_up' | 'wake_up'; dueInDays: number }>;

/** A strategy for each segment; those without buy by themselves or cannot be told. */
export const strategies: Readonly<Record<Segment, Strategy | null>> = {
  champions: { kind: 'follow_up', dueInDays: 14 },
  loyal: { kind: 'follow_up', dueInDays: 14 },
  potential: { kind: 'follow_up', dueInDays: 10 },
  new: { kind: 'follow_up', dueInDays: 7 },
  at_risk: { kind: 'wake_up', dueInDays: 5 },
  hibernating: { kind: 'wake_up', dueInDays: 14 },
  lost: { kind: 'wake_up', dueInDays: 30 },
  silent: { kind: 'wake_up', dueInDays: 30 },
  unscored: null,
};

/** Most follow-ups made in one go. */
export const mostTasks = 100;

/** Whether the reader may give tasks. */
export function useMayFollowUp(): boolean {
  return useMe().viewer.permissions.includes('tasks.write');
}
