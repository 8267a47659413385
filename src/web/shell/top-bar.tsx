import { FilterBar } from '#web/filters/filter-bar.tsx';
import { FilterSheet } from '#web/filters/filter-sheet.tsx';
import { useText } from '#web/text/use-text.ts';
import { FreshnessNote } from './freshness-note.tsx';
import type { Page } from './pages.ts';
import { ShareButton } from './share-button.tsx';
import './top-bar.css';

/** The bar above a page: its title, the global filters, how fresh the figures are, share. */
export function TopBar({ page }: Readonly<{ page: Page | null }>) {
  const { t } = useText();
  return (
    <header className="top-bar">
      <h1>{page ? t(page.title) : ''}</h1>
      {page?.filtered && <FilterBar />}
      <div className="top-bar-end">
        <FreshnessNote />
        <ShareButton />
      </div>
      {page?.filtered && <FilterSheet />}
    </header>
  );
}
