import { useText } from '#web/text/use-text.ts';
import type { Page } from './pages.ts';

/** The bar above a page: its title, the global filters, how fresh the figures are, share. */
export function TopBar({ page }: Readonly<{ page: Page | null }>) {
  const { t } = useText();
  return (
    <header className="top-bar">
      <h1>{page ? t(page.title) : ''}</h1>
    </header>
  );
}
