import { useEffect, useRef, useState } from 'react';
import { shadeOf } from '../heat-matrix/heat-matrix.tsx';
import { provinces } from './provinces.ts';

export type ProvinceValue = Readonly<{ name: string; value: number; text: string }>;

export type ProvinceMapProps = Readonly<{
  label: string;
  /** Values by the province's short name (`provinceOf`); a province that is not named has nothing. */
  values: readonly ProvinceValue[];
  nothing: string;
  onPick?: ((name: string) => void) | undefined;
}>;

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

/** Value, text and shade of each province of the map, in the map's order. */
export function shadedProvinces(values: readonly ProvinceValue[], nothing: string) {
  const greatest = Math.max(...values.map((each) => each.value), 0);
  return provinces.map((name) => {
    const found = values.find((each) => each.name === name);
    return { name, text: found?.text ?? nothing, shade: shadeOf(found?.value ?? null, greatest) };
  });
}
