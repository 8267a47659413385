import './outside-form.css';

/** A field that people neither see nor reach; whoever fills it in is a program. */
export function Trap() {
  return (
    <div className="outside-trap" aria-hidden="true">
      <input name="website" tabIndex={-1} autoComplete="off" />
    </div>
  );
}

/** What was typed into a form, by the names of its fields. */
export function typedIn(form: HTMLFormElement): (name: string) => string {
  const fields = new FormData(form);
  return (name) => String(fields.get(name) ?? '');
}
