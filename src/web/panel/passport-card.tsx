import type { Cell, Passport } from '#web/api/types.ts';
import { useMe } from '#web/api/use-me.ts';
import { type ColumnFormat, columnFormat } from '#web/numbers/column-format.ts';
import { dayText, rangeText } from '#web/numbers/dates.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { Icon } from '#web/shell/icon.tsx';
import { useText } from '#web/text/use-text.ts';

type Props = Readonly<{ passport: Passport; close: () => void; showRows: (title: string) => void }>;

/** What one number means and how it came about: formula, period, scope, what was counted and what was left out. */
export function PassportCard({ passport, close, showRows }: Props) {
  const { t, say, locale } = useText();
  const { today } = useMe().calendar;
  const figure = useExactFigure(passport);
  const rows = passport.counted.reduce((sum, each) => sum + each.rows, 0);
  return (
    <>
      <h4>
        <span>
          {say(passport.label)}
          <b>{figure}</b>
        </span>
        <button type="button" className="tool" aria-label={t('shell.close')} onClick={close}>
          <Icon name="close" size={12} />
        </button>
      </h4>
      <Facts passport={passport} />
      <Ledger passport={passport} />
      <p className="passport-end">
        <button type="button" className="link" onClick={() => showRows(say(passport.label))}>
          {t('panel.show_rows', { count: rows })}
        </button>
        {passport.dataUpTo && (
          <span>{t('panel.data_up_to', { day: dayText(passport.dataUpTo, { locale, today }) })}</span>
        )}
      </p>
    </>
  );
}

function Facts({ passport }: Readonly<{ passport: Passport }>) {
  const { t, say, locale } = useText();
  const { today } = useMe().calendar;
  const { range, zone, unfinished, timeColumn } = passport.period;
  const how = [t('panel.by_time', { column: say(timeColumn) }), zone, ...(unfinished ? [t('panel.unfinished')] : [])];
  return (
    <dl>
      <dt>{t('panel.formula')}</dt>
      <dd>{say(passport.formula)}</dd>
      <dt>{t('panel.period')}</dt>
      <dd>
        {rangeText(range, { locale, today })}
        <span>{how.join(locale === 'zh' ? '，' : ', ')}</span>
      </dd>
      <dt>{t('panel.scope')}</dt>
      <dd>
        {passport.scope.length === 0
          ? t('panel.all_data')
          : passport.scope.map(say).join(locale === 'zh' ? '；' : '; ')}
      </dd>
    </dl>
  );
}

function Ledger({ passport }: Readonly<{ passport: Passport }>) {
  const { t, say } = useText();
  const figure = useExactFigure(passport);
  const { counted, leftOut, unit, value } = passport;
  const format = useLedgerFormat(passport);
  const rows = counted.reduce((sum, each) => sum + each.rows, 0);
  const hasAmounts = [...counted, ...leftOut].some((each) => each.amount !== null);
  return (
    <table className="ledger">
      <thead>
        <tr>
          <th scope="col">{t('panel.counted')}</th>
          <th scope="col" className="num">
            {t('panel.rows_unit')}
          </th>
          <th scope="col" className="num">
            {hasAmounts ? format.unit : ''}
          </th>
        </tr>
      </thead>
      <tbody>
        {counted.map((line) => (
          <Line key={line.label.en} {...line} label={say(line.label)} format={format} />
        ))}
        <tr className="ledger-sum">
          <td>{say(passport.label)}</td>
          <td className="num">{rows.toLocaleString('en-US')}</td>
          <td className="num">{unit === 'money' ? format.text(value) : figure}</td>
        </tr>
        {leftOut.map((line, index) => (
          <Line
            key={line.reason.en}
            {...line}
            lead={index === 0 ? t('panel.left_out') : ''}
            label={say(line.reason)}
            format={format}
          />
        ))}
      </tbody>
    </table>
  );
}

/** Money in the card is finer than on the page and adds up in one unit: 5,412.3万. */
function useLedgerFormat({ counted, leftOut, unit, value }: Passport): ColumnFormat {
  const { style } = useNumbers();
  const amounts = [...counted, ...leftOut].map((each) => each.amount);
  return columnFormat(
    [...amounts, ...(unit === 'money' ? [value] : [])],
    amounts.length > 0 ? ledgerUnit(unit) : unit,
    {
      ...style,
      finer: true,
    },
  );
}

function ledgerUnit(unit: Passport['unit']): Passport['unit'] {
  return unit === 'ratio' ? 'count' : unit;
}

function useExactFigure(passport: Passport): string {
  const numbers = useNumbers();
  const format = useLedgerFormat(passport);
  const { unit, value } = passport;
  if (unit !== 'money' || value === null) return numbers.text(value, unit);
  const sign = format.unit.replace(/[\p{L}]+$/u, '');
  return sign + format.text(value) + format.unit.slice(sign.length);
}

type LineProps = Readonly<{ label: string; rows: number; amount: Cell; format: ColumnFormat; lead?: string }>;

function Line({ label, rows, amount, format, lead }: LineProps) {
  return (
    <tr className={lead === undefined ? undefined : 't2'}>
      <td>
        {lead !== undefined && <span className="ledger-lead">{lead}</span>}
        {label}
      </td>
      <td className="num">{rows.toLocaleString('en-US')}</td>
      <td className="num">{format.text(amount)}</td>
    </tr>
  );
}
