type Props = Readonly<{
  label: string;
  /** Between 0 and 1; null while nobody knows. */
  part: number | null;
  /** What is written beside the bar: `4,000 / 10,297行`. */
  amount?: string;
  children?: React.ReactNode;
}>;

/** How far something is: a bar with its words and what can be done about it. */
export function ProgressLine({ label, part, amount, children }: Props) {
  const percent = part === null ? null : Math.round(part * 100);
  return (
    <div className="data-progress">
      <p>
        <span role="status">{label}</span>
        {amount && <span className="t2 num">{amount}</span>}
        {children}
      </p>
      <div
        className="data-progress-track"
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        {...(percent === null ? {} : { 'aria-valuenow': percent })}
      >
        <i data-open={percent === null} style={{ width: `${percent ?? 30}%` }} />
      </div>
    </div>
  );
}
