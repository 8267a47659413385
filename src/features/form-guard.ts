import type { Instant } from '#shared/day.ts';
import { Problem } from '#shared/problem.ts';
import type { Keyring } from '#store/seal.ts';

/** A form as a person sends it: the stamp it was opened with, and a field that people do not see and programs fill in. */
type Filled = Readonly<{ stamp: string; website: string }>;

const place = { workspaceId: '', entity: 'form', column: 'stamp', rowId: '' };
const quickestMs = 2000;
const longestMs = 24 * 3_600_000;

/** The stamp that a form is opened with; nobody else can make one. */
export function formStamp(keyring: Keyring, now: Instant): string {
  return keyring.seal(`form ${now}`, place);
}

/**
 * Whether a program filled the form in: it should be answered as if all were well, and nothing done. Throws `invalid_request` for a
 * form that was open too short or too long, which can happen to people.
 */
export function isTrapped(keyring: Keyring, { stamp, website }: Filled, now: Instant): boolean {
  if (website !== '') return true;
  const openMs = Date.parse(now) - openedAt(keyring, stamp);
  if (!(openMs >= quickestMs))
    throw refused('提交得太快了，请稍等两秒再试', 'That was too quick; wait two seconds and try again');
  if (openMs > longestMs)
    throw refused('这个页面开得太久了，请刷新后再试', 'The page was open too long; reload it and try again');
  return false;
}

function openedAt(keyring: Keyring, stamp: string): number {
  try {
    const [, at] = /^form (.+)$/.exec(keyring.open(stamp)) ?? [];
    return Date.parse(at ?? '');
  } catch {
    return Number.NaN;
  }
}

function refused(zh: string, en: string): Problem {
  return new Problem('invalid_request', [{ detail: { zh, en }, place: { field: 'stamp' } }]);
}
