import type { Chance } from './random.ts';

const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦方白邹孟熊秦邱江尹薛';
const givenFirst = '建志文晓海国明俊永家思雨子嘉一宇泽浩欣佳梦若静雅诗春红丽秀慧敏晨博天立启';
const givenLast = '华强军平涛磊斌辉鹏杰伟峰宁涵琳怡萍芳燕娟婷洁航远轩然宏达成林松柏波亮';
const brandFirst = '铭嘉北天润恒佳睿凌远启晟瑞鼎华锦博卓亿安泰汇同兴昊康宏德正永';
const brandLast = '泰诺辰衡泽通捷创丰域拓和源信科达腾瑞迈邦隆升越联盛图';
const trades: Readonly<Record<string, readonly string[]>> = {
  装备制造: ['装备', '精密机械', '重工', '自动化设备'],
  汽车零部件: ['汽车零部件', '汽车电子', '汽配'],
  电子制造: ['电子', '光电', '精密电子'],
  新能源: ['新能源', '储能科技', '光伏科技'],
  食品饮料: ['食品', '饮品', '乳业'],
  医药: ['制药', '医疗器械', '生物科技'],
  化工: ['化工', '新材料', '涂料'],
  物流仓储: ['物流', '仓储科技', '供应链'],
  冷链: ['冷链', '冷链物流'],
  钢铁冶金: ['特钢', '金属制品', '铸造'],
};

/** The name of a person who does not exist. */
export function personName(by: Chance): string {
  const given = by.happens(0.2) ? '' : by.pick([...givenFirst]);
  return `${by.pick([...surnames])}${given}${by.pick([...givenLast])}`;
}

/** The name of a company that does not exist: place, invented brand, trade. */
export function companyName(by: Chance, at: Readonly<{ place: string; industry: string; isChannel: boolean }>): string {
  const brand = `${by.pick([...brandFirst])}${by.pick([...brandLast])}`;
  const trade = at.isChannel
    ? by.pick(['工控', '机电', '自动化', '智能科技'])
    : by.pick(trades[at.industry] ?? ['科技']);
  return `${at.place}${brand}${trade}有限公司`;
}
