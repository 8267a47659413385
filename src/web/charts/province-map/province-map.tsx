import { useEffect, useRef, useState } from 'react';
import type { ProvinceMapProps } from './province-values.ts';

/** Map of China by province, shaded by value, 南海诸岛 in its frame; its table says the same to keyboard and screen reader. */
export function ProvinceMap(props: ProvinceMapProps) {
  const host = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  const [isFailed, setFailed] = useState(false);
  latest.current = props;
  const chart = useRef<{ show: (props: ProvinceMapProps) => void } | null>(null);
  useEffect(() => {
    let isGone = false;
    let dispose = () => {};
    import('./china.ts').then(
      ({ openChina }) => {
        if (isGone || !host.current) return;
        const opened = openChina(host.current, (name) => latest.current.onPick?.(name));
        dispose = opened.dispose;
        chart.current = opened;
        opened.show(latest.current);
      },
      () => setFailed(true),
    );
    return () => {
      isGone = true;
      chart.current = null;
      dispose();
    };
  }, []);
  useEffect(() => chart.current?.show(props), [props]);
  if (isFailed) return null;
  return <div ref={host} className="map" role="img" aria-label={props.label} />;
}
