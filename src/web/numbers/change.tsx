import type { Cell, Unit } from '#web/api/types.ts';
import { useText } from '#web/text/use-text.ts';
import { changeText } from './change-text.ts';
import './change.css';

/** A change with its arrow: ▲ 8.6%. `unit` is the measure's: ratios change in points. */
export function Change({ value, unit }: Readonly<{ value: Cell | undefined; unit: Unit }>) {
  const { locale, t } = useText();
  const { direction, text } = changeText(value, unit, locale);
  if (direction === 'unknown' || direction === 'flat') return <span className="change t3">{text}</span>;
  return (
    <span className={`change ${direction}`}>
      <svg className="change-arrow" viewBox="0 0 8 7" role="img" aria-label={t(`panel.change.${direction}`)}>
        <path d={direction === 'up' ? 'M4 0 8 7H0z' : 'M0 0H8L4 7z'} />
      </svg>
      {text}
    </span>
  );
}
