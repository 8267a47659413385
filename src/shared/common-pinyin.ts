/** What Chinese passwords are often made of, most frequent first; zxcvbn's lists know English and a few of these. */
export const commonPinyin: readonly string[] = [
  ...['woaini', '5201314', '1314520', 'woaini1314', 'woaini520', 'iloveyou1314', '520520', '1314', '520', 'aini'],
  ...['wodemima', 'mima', 'mima123', 'mimashi', 'nihao', 'nihao123', 'wobuzhidao', 'buzhidao', 'wangjile'],
  ...['wangwang', 'baobao', 'baobei', 'laopo', 'laogong', 'mama', 'baba', 'tiantian', 'xingfu', 'kuaile', 'kuaidi'],
  ...['zhongguo', 'beijing', 'shanghai', 'guangzhou', 'shenzhen', 'hangzhou', 'nanjing', 'chengdu', 'wuhan', 'tianjin'],
  ...['zhang', 'wang', 'zhao', 'chen', 'yang', 'huang', 'zhou', 'liang', 'song', 'zheng', 'xiao', 'jiang', 'zhu'],
  ...['zhangwei', 'wangwei', 'wangfang', 'liwei', 'lina', 'zhangmin', 'lijing', 'wangjing', 'liuwei', 'zhangli'],
  ...['admin', 'guanliyuan', 'yonghu', 'ceshi', 'shiyan', 'gongsi', 'xiaoshou', 'yewu', 'kehu', 'dingdan', 'jingli'],
  ...['taobao', 'alipay', 'weixin', 'qq123456', 'qwe123', 'asd123', 'zxc123', 'a123456', 'abc123', 'aa123456'],
  ...[
    'woshishui',
    'shabi',
    'caonima',
    'nimei',
    'dashabi',
    'haoren',
    'facai',
    'gongxifacai',
    'fugui',
    '888888',
    '168168',
  ],
];
