import { useText } from '#web/text/use-text.ts';
import { useAppearance } from '#web/theme/appearance.tsx';

const files = import.meta.glob<string>('./images/*.webp', { eager: true, query: '?url', import: 'default' });

type Props = Readonly<{
  name: 'overview' | 'south' | 'stuck' | 'sources' | 'phone';
  /** What it shows, in words. */
  alt: string;
  width: number;
  height: number;
  /** It is seen at once, so it does not wait for the page to be scrolled. */
  isFirst?: boolean;
}>;

/** A picture of the product itself, in the reader's language and on their ground; `npm run pictures` takes it. */
export function Picture({ name, alt, width, height, isFirst = false }: Props) {
  const { locale } = useText();
  const { scheme } = useAppearance();
  const source = files[`./images/${name}-${locale}-${scheme}.webp`];
  if (!source) return null;
  return (
    <img
      src={source}
      alt={alt}
      width={width}
      height={height}
      loading={isFirst ? 'eager' : 'lazy'}
      fetchPriority={isFirst ? 'high' : 'auto'}
      decoding="async"
    />
  );
}
