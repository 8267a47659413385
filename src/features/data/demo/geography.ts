import type { RegionRow } from './rows.ts';

type Place = Readonly<{ name: string; weight: number; cities: readonly string[] }>;
type SalesGroup = Readonly<{ id: string; name: string; provinces: readonly Place[] }>;
type SalesRegion = Readonly<{ id: string; name: string; groups: readonly SalesGroup[] }>;

const place = (name: string, weight: number, cities = ''): Place => ({
  name,
  weight,
  cities: cities.split(' ').filter(Boolean),
});

/** Where the company sells: regions, the two groups of each, their provinces. Municipalities have no city below them. */
export const salesRegions: readonly SalesRegion[] = [
  {
    id: 'east',
    name: '华东',
    groups: [
      {
        id: 'g-husu',
        name: '沪苏组',
        provinces: [place('上海', 8), place('江苏', 11, '苏州 南京 无锡 常州 南通 徐州')],
      },
      {
        id: 'g-zhewan',
        name: '浙皖组',
        provinces: [place('浙江', 10, '杭州 宁波 嘉兴 绍兴 台州 温州'), place('安徽', 5, '合肥 芜湖 马鞍山')],
      },
    ],
  },
  {
    id: 'south',
    name: '华南',
    groups: [
      {
        id: 'g-yuegui',
        name: '粤桂组',
        provinces: [place('广东', 15, '深圳 广州 东莞 佛山 惠州 珠海'), place('广西', 2, '南宁 柳州')],
      },
      {
        id: 'g-minqiong',
        name: '闽琼组',
        provinces: [place('福建', 8, '厦门 福州 泉州 宁德'), place('海南', 1, '海口')],
      },
    ],
  },
  {
    id: 'north',
    name: '华北',
    groups: [
      {
        id: 'g-jingjin',
        name: '京津冀组',
        provinces: [place('北京', 5.5), place('天津', 4), place('河北', 3, '石家庄 唐山 保定')],
      },
      {
        id: 'g-lujin',
        name: '鲁晋组',
        provinces: [
          place('山东', 5, '青岛 济南 烟台 潍坊'),
          place('山西', 2, '太原 大同'),
          place('内蒙古', 1.5, '呼和浩特 包头'),
          place('辽宁', 2, '沈阳 大连'),
        ],
      },
    ],
  },
  {
    id: 'central',
    name: '华中',
    groups: [
      { id: 'g-eyu', name: '鄂豫组', provinces: [place('湖北', 5, '武汉 襄阳 宜昌'), place('河南', 3.5, '郑州 洛阳')] },
      {
        id: 'g-xianggan',
        name: '湘赣组',
        provinces: [place('湖南', 4, '长沙 株洲 湘潭'), place('江西', 2, '南昌 赣州')],
      },
    ],
  },
  {
    id: 'southwest',
    name: '西南',
    groups: [
      { id: 'g-chuanyu', name: '川渝组', provinces: [place('四川', 5, '成都 绵阳 德阳'), place('重庆', 4)] },
      { id: 'g-yungui', name: '云贵组', provinces: [place('云南', 2, '昆明 曲靖'), place('贵州', 2, '贵阳 遵义')] },
    ],
  },
];

const allProvinces = salesRegions.flatMap((region) => region.groups.flatMap((group) => group.provinces));

/** A province or city in which customers sit, with the group that serves it. */
export type Market = Readonly<{
  regionId: string;
  placeId: string;
  placeName: string;
  groupId: string;
  weight: number;
}>;

/** Every place that customers can be in. The first city of a province has the most of them. */
export const markets: readonly Market[] = salesRegions.flatMap((region) =>
  region.groups.flatMap((group) => group.provinces.flatMap((province) => marketsOf(province, region.id, group.id))),
);

/** The region tree: sales region → province → city. */
export const regionRows: readonly RegionRow[] = salesRegions.flatMap((region) => [
  { id: region.id, name: region.name, parent_id: null, level: 'region' as const },
  ...region.groups.flatMap((group) => group.provinces).flatMap((province) => provinceRows(province, region.id)),
]);

function provinceRows(province: Place, regionId: string): RegionRow[] {
  const id = provinceId(province);
  const cities = province.cities.map((name, index) => ({
    id: cityId(province, index),
    name,
    parent_id: id,
    level: 'city' as const,
  }));
  return [{ id, name: province.name, parent_id: regionId, level: 'province' }, ...cities];
}

function marketsOf(province: Place, regionId: string, groupId: string): Market[] {
  if (province.cities.length === 0) {
    return [{ regionId, groupId, placeId: provinceId(province), placeName: province.name, weight: province.weight }];
  }
  const shares = province.cities.map((_, index) => 1 / (index + 1.5));
  const sum = shares.reduce((total, share) => total + share, 0);
  return province.cities.map((placeName, index) => ({
    regionId,
    groupId,
    placeId: cityId(province, index),
    placeName,
    weight: (province.weight * (shares[index] ?? 0)) / sum,
  }));
}

function provinceId(province: Place): string {
  return `pv-${String(allProvinces.findIndex((each) => each.name === province.name) + 1).padStart(2, '0')}`;
}

function cityId(province: Place, index: number): string {
  return `ct-${provinceId(province).slice(3)}${index + 1}`;
}
