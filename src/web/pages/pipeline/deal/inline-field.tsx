import { type FormEvent, type ReactNode, useState } from 'react';
import { useText } from '#web/text/use-text.ts';

type Props = Readonly<{
  label: string;
  value: ReactNode;
  mayEdit: boolean;
  /** The fields to edit it with, made anew each time it is opened. */
  children: (close: () => void) => ReactNode;
}>;

/** A fact of a deal that is edited where it stands. */
export function InlineField({ label, value, mayEdit, children }: Props) {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="deal-fact">
      <dt>{label}</dt>
      <dd>
        {isOpen ? (
          children(() => setOpen(false))
        ) : (
          <>
            <span>{value}</span>
            {mayEdit && (
              <button
                type="button"
                className="link"
                aria-label={t('deals.edit_field', { label })}
                onClick={() => setOpen(true)}
              >
                {t('deals.edit')}
              </button>
            )}
          </>
        )}
      </dd>
    </div>
  );
}

type FormProps = Readonly<{ save: () => void; close: () => void; children: ReactNode }>;

/** A form in the place of a fact: enter saves, escape puts the fact back. */
export function InlineForm({ save, close, children }: FormProps) {
  const { t } = useText();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save();
    close();
  };
  return (
    <form
      className="form deal-editor"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      {children}
      <div className="form-end">
        <button type="submit" className="button">
          {t('deals.stage.save')}
        </button>
        <button type="button" className="button button-plain" onClick={close}>
          {t('deals.cancel')}
        </button>
      </div>
    </form>
  );
}
