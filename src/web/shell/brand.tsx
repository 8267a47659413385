import { useText } from '#web/text/use-text.ts';
import './brand.css';

/** The mark and the name of the product. */
export function Brand() {
  const { t } = useText();
  return (
    <div className="brand">
      <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
        <rect width="24" height="24" rx="5" fill="var(--acc)" />
        <path d="M6 17v-4M10 17v-7M14 17v-6M18 17V6.5" stroke="#fff" strokeWidth="2.2" fill="none" />
      </svg>
      <div>
        <b>Salesboard</b>
        <span>{t('shell.tagline')}</span>
      </div>
    </div>
  );
}
