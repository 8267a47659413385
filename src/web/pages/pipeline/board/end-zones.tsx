import { useText } from '#web/text/use-text.ts';
import { outcomes } from './place.ts';

/** Where a card is dropped to say how its deal ended; in view while one is on the way. */
export function EndZones({ over, isShown }: Readonly<{ over: string | null; isShown: boolean }>) {
  const { t } = useText();
  return (
    <div className="end-zones" data-shown={isShown} aria-hidden={!isShown}>
      {outcomes.map((kind) => (
        <div key={kind} className="end-zone" data-drop={kind} data-target={over === kind}>
          <b>{t(`deals.outcome.${kind}`)}</b>
          <span>{t(`deals.outcome_hint.${kind}`)}</span>
        </div>
      ))}
    </div>
  );
}
