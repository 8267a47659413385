/** Short names of all provinces as Chinese maps print them: what the map's shapes are called. */
export const provinces = [
  '北京',
  '天津',
  '河北',
  '山西',
  '内蒙古',
  '辽宁',
  '吉林',
  '黑龙江',
  '上海',
  '江苏',
  '浙江',
  '安徽',
  '福建',
  '江西',
  '山东',
  '河南',
  '湖北',
  '湖南',
  '广东',
  '广西',
  '海南',
  '重庆',
  '四川',
  '贵州',
  '云南',
  '西藏',
  '陕西',
  '甘肃',
  '青海',
  '宁夏',
  '新疆',
  '台湾',
  '香港',
  '澳门',
] as const;

/** The map's name of a province however the data writes it (广东省, 内蒙古自治区, 北京市); null when it is none. */
export function provinceOf(name: string): string | null {
  return provinces.find((province) => name.trim().startsWith(province)) ?? null;
}
