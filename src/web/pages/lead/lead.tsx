import type { ReactNode } from 'react';
import './lead.css';

/** The head of a page: one sentence that says how it goes and why, then what the figures rest on. */
export function Lead({ sentence, meta }: Readonly<{ sentence: ReactNode; meta: ReactNode }>) {
  return (
    <header className="lead">
      <p className="lead-sentence">{sentence}</p>
      <div className="lead-meta">{meta}</div>
    </header>
  );
}
