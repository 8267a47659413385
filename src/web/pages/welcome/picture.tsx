import { useText } from '#web/text/use-text.ts';
import { useAppearance } from '#web/theme/appearance.tsx';

const files = import.meta.glob<string>('./images/*.webp', { eager: true, query: '?url', import: 'default' });

type Props = Readonly<{
  name: 'overview' | 'south' | 'stuck' | 'sources' | 'phone';
  /** What it shows, in words. */
  alt: string;
  width: number;
  height: number;
}>;

/** A picture of the product itself, in the reader's language and on their ground; `npm run pictures` takes it. */
export function Picture({ name, alt, width, height }: Props) {
  const source = useFiles()(name);
  if (!source) return null;
  return <img src={source} alt={alt} width={width} height={height} loading="lazy" decoding="async" />;
}

/** The picture on top, seen at once: the whole desk, or on a phone what a phone shows. */
export function HeroPicture({ alt }: Pick<Props, 'alt'>) {
  const file = useFiles();
  const source = file('overview');
  if (!source) return null;
  return (
    <picture>
      <source media="(max-width: 599px)" srcSet={file('phone')} width={390} height={700} />
      <img src={source} alt={alt} width={1440} height={900} fetchPriority="high" decoding="async" />
    </picture>
  );
}

function useFiles(): (name: Props['name']) => string | undefined {
  const { locale } = useText();
  const { scheme } = useAppearance();
  return (name) => files[`./images/${name}-${locale}-${scheme}.webp`];
}
