import { useQuery } from '@tanstack/react-query';
import { useText } from '#web/text/use-text.ts';

const quietZone = 4;

/** A text as a QR code, drawn as one path, always dark on white: cameras do not read it the other way round. */
export function QrCode({ text }: Readonly<{ text: string }>) {
  const { t } = useText();
  const drawn = useQuery({
    queryKey: ['qr', text],
    queryFn: async () => {
      const { encode } = await import('uqr');
      return encode(text, { ecc: 'M', border: quietZone });
    },
    staleTime: 'static',
    gcTime: 0,
  }).data;
  if (!drawn) return <div className="qr-code" />;
  return (
    <svg className="qr-code" viewBox={`0 0 ${drawn.size} ${drawn.size}`} role="img" aria-label={t('factor.qr')}>
      <rect width={drawn.size} height={drawn.size} fill="#fff" />
      <path d={pathOf(drawn.data)} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}

function pathOf(rows: readonly (readonly boolean[])[]): string {
  return rows.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
}
