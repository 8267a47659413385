import type { Bilingual } from '#shared/bilingual.ts';

export type FieldType = 'text' | 'date' | 'money' | 'quantity' | 'flag';

export type Field = Readonly<{
  label: Bilingual;
  type: FieldType;
  /** Headers under which files carry it, any case, spaces and punctuation. */
  headers: readonly string[];
}>;

/** A field by its names: Chinese label | English label | other headers … */
const fieldOf =
  <T extends FieldType>(type: T) =>
  (names: string): Field & { type: T } => {
    const [zh = '', en = '', ...headers] = names.split(' | ');
    return { label: { zh, en }, type, headers };
  };

const text = fieldOf('text');
const date = fieldOf('date');
const money = fieldOf('money');
const quantity = fieldOf('quantity');
const flag = fieldOf('flag');

/** Everything a column of a file can mean. The labels themselves are headers too. */
export const fields = {
  order_number: text(
    '订单号 | Order number | 订单 ID | 订单编号 | 订单编码 | 销售订单号 | 单号 | 销售单号 | 合同编号 | 合同号 | order id | order no | order | so number | sales order | invoice no',
  ),
  line_id: text(
    '行号 | Line ID | 行 ID | 明细 ID | 明细编号 | 行项目 | 行项目号 | 序号 | row id | line | line no | line number | line item | order line id',
  ),
  ordered_on: date(
    '订单日期 | Order date | 下单日期 | 下单时间 | 订单时间 | 签约日期 | 签订日期 | 合同日期 | 销售日期 | 成交日期 | 创建时间 | date | ordered on | ordered at | invoice date | sale date | order time',
  ),
  cancelled_on: date('取消日期 | Cancelled on | 作废日期 | 取消时间 | cancelled at | cancel date | canceled on'),
  customer_code: text(
    '客户编号 | Customer code | 客户 ID | 客户编码 | 客户代码 | 客户号 | 会员编号 | customer id | customer no | customer number | client id | account id | account number',
  ),
  customer_name: text(
    '客户名称 | Customer | 客户 | 客户名 | 客户姓名 | 公司名称 | 公司 | 企业名称 | 购货单位 | 买方 | customer name | account | account name | client | client name | company | company name | buyer',
  ),
  customer_type: text(
    '客户类型 | Customer type | 细分 | 客户细分 | 客户分类 | 客户类别 | 客户性质 | segment | customer segment | account type',
  ),
  industry: text('行业 | Industry | 所属行业 | 客户行业 | sector | vertical'),
  customer_tier: text('客户等级 | Customer tier | 客户级别 | 等级 | tier | customer level | account tier'),
  city: text('城市 | City | 市 | 所在城市 | 收货城市 | town'),
  province: text(
    '省份 | Province | 省/自治区 | 省/直辖市 | 省市 | 省 | 所在省份 | state | state/province | state or province',
  ),
  region: text(
    '区域 | Region | 地区 | 大区 | 销售区域 | 片区 | 战区 | regional office | sales region | territory | area',
  ),
  product_code: text(
    '产品编号 | Product code | 产品 ID | 产品编码 | 商品编码 | 商品编号 | 物料编码 | 物料号 | 货号 | sku | product id | item code | item no | stock code',
  ),
  product_name: text(
    '产品名称 | Product | 产品 | 商品名称 | 商品 | 品名 | 物料名称 | product name | item | item name | description',
  ),
  product_line: text(
    '产品线 | Product line | 类别 | 产品类别 | 产品大类 | 大类 | 品类 | 商品类别 | 系列 | 产品系列 | category | series | product category | product family | family',
  ),
  product_subline: text(
    '产品子类 | Product sub-line | 子类别 | 子类 | 小类 | 二级类别 | sub category | subcategory | sub-category | product subcategory',
  ),
  list_price: money(
    '标价 | List price | 单价（标准） | 目录价 | 建议零售价 | 标准价格 | 价格 | sales price | price | msrp | retail price',
  ),
  quantity: quantity('数量 | Quantity | 销售数量 | 订购数量 | 件数 | 销量 | qty | units | units sold | order quantity'),
  unit_price: money('单价 | Unit price | 成交单价 | 销售单价 | price each | selling price'),
  amount: money(
    '金额 | Amount | 销售额 | 销售金额 | 订单金额 | 成交金额 | 实付金额 | 行金额 | 合计 | 小计 | 总金额 | 总价 | 价税合计 | 收入 | sales | revenue | total | line total | net amount | net sales | sales amount | total amount | total price | order amount | value',
  ),
  discount: money(
    '折扣 | Discount | 折扣率 | 折扣额 | 优惠 | 优惠金额 | 折扣金额 | discount rate | discount amount | discount percent | discount %',
  ),
  order_discount: money(
    '整单折扣 | Order discount | 整单优惠 | 订单折扣 | 订单优惠 | 整单折扣额 | order discount amount | order level discount',
  ),
  cost: money('成本 | Cost | 成本金额 | 销售成本 | cogs | cost amount | total cost'),
  profit: money('利润 | Profit | 毛利 | 毛利额 | 利润额 | gross profit | margin amount'),
  rep: text(
    '销售人员 | Sales rep | 销售 | 销售员 | 业务员 | 销售代表 | 销售顾问 | 负责人 | 客户经理 | 业务人员 | 跟进人 | 所有者 | sales agent | rep | salesperson | sales person | owner | account owner | opportunity owner | agent | employee | seller',
  ),
  manager: text(
    '上级 | Manager | 经理 | 主管 | 直属上级 | 销售经理 | 团队负责人 | sales manager | supervisor | team lead | reports to',
  ),
  region_manager: text(
    '区域经理 | Region manager | 地区经理 | 大区经理 | 区域负责人 | 地区负责人 | regional manager | manager | person | owner',
  ),
  team: text('团队 | Team | 部门 | 销售部门 | 销售团队 | 小组 | 组 | sales team | department | group'),
  title: text('职位 | Title | 岗位 | 职务 | job title | position | role'),
  hired_on: date('入职日期 | Hired on | 入职时间 | hire date | start date | joined on'),
  left_on: date('离职日期 | Left on | 离职时间 | leave date | termination date | end date'),
  source: text(
    '来源 | Source | 渠道 | 客户来源 | 商机来源 | 线索来源 | 销售渠道 | 店铺 | 平台 | lead source | channel | sales channel | campaign | store',
  ),
  status: text('状态 | Status | 订单状态 | 单据状态 | order status | state'),
  returned: flag('退回 | Returned | 是否退货 | 退货 | 已退货 | return | is returned'),
  returned_on: date(
    '退货日期 | Returned on | 退款日期 | 退货时间 | 退款时间 | return date | refund date | refunded on | refunded at',
  ),
  refund_amount: money(
    '退款金额 | Refund amount | 退货金额 | 退款 | 退款额 | 退货额 | refund | return amount | refunded amount',
  ),
  reason: text('原因 | Reason | 退货原因 | 退款原因 | return reason | refund reason'),
  payment_number: text(
    '回款编号 | Payment number | 回款单号 | 收款单号 | 付款编号 | payment id | payment no | receipt no',
  ),
  paid_on: date(
    '回款日期 | Paid on | 收款日期 | 到账日期 | 付款日期 | 回款时间 | 收款时间 | payment date | paid at | receipt date',
  ),
  paid_amount: money(
    '回款金额 | Paid amount | 收款金额 | 到账金额 | 付款金额 | 实收金额 | payment amount | payment | amount paid | amount',
  ),
  invoice_number: text('发票号 | Invoice number | 发票号码 | 发票编号 | invoice id | invoice no'),
  invoiced_on: date('开票日期 | Invoiced on | 开票时间 | invoice date | billing date'),
  invoiced_amount: money('开票金额 | Invoiced amount | 发票金额 | invoice amount | billed amount | amount'),
  deal_code: text(
    '商机编号 | Opportunity ID | 商机 ID | 商机编码 | 项目编号 | 机会编号 | opportunity | deal id | opportunity no | opportunity number | deal no',
  ),
  deal_name: text(
    '商机名称 | Opportunity name | 商机 | 项目名称 | 机会名称 | 商机主题 | deal name | deal | opportunity title | subject',
  ),
  pipeline: text('销售流程 | Pipeline | 流程 | 销售管道 | sales process | pipeline name'),
  stage: text(
    '阶段 | Stage | 商机阶段 | 销售阶段 | 当前阶段 | 项目阶段 | deal stage | sales stage | stage name | opportunity stage | status',
  ),
  created_on: date(
    '创建日期 | Created on | 创建时间 | 建立日期 | 登记日期 | 录入日期 | 开始日期 | created | created at | create date | created date | date created | open date | start date | engage date',
  ),
  closed_on: date(
    '关闭日期 | Closed on | 成交日期 | 结束日期 | 赢单日期 | 结单日期 | 关闭时间 | 成交时间 | 签约日期 | close date | closed at | closed date | date closed | won date',
  ),
  expected_close_on: date(
    '预计成交日期 | Expected close | 预计关闭日期 | 预计签单日期 | 预计签约日期 | 预计结单日期 | expected close date | estimated close date | forecast close date',
  ),
  deal_amount: money(
    '预计金额 | Deal amount | 商机金额 | 预计销售金额 | 项目金额 | 预估金额 | 金额 | amount | deal value | opportunity amount | expected revenue | estimated value | value',
  ),
  closed_amount: money(
    '成交金额 | Closed amount | 赢单金额 | 签约金额 | 合同金额 | close value | closed value | won amount | closed amount | actual value | revenue',
  ),
  lost_reason: text(
    '丢单原因 | Lost reason | 输单原因 | 失败原因 | 流失原因 | loss reason | reason lost | closed lost reason',
  ),
  competitor: text('竞争对手 | Competitor | 竞品 | competitors | lost to'),
  contact_name: text('联系人 | Contact | 联系人姓名 | contact name | contact person'),
  phone: text('电话 | Phone | 手机 | 手机号 | 联系电话 | 联系方式 | mobile | telephone | phone number'),
  email: text('邮箱 | E-mail | 电子邮箱 | 电子邮件 | email address'),
  lead_code: text('线索编号 | Lead ID | 线索 ID | lead no | lead number'),
  lead_name: text('线索名称 | Lead | 线索 | lead name'),
  responded_on: date(
    '首次响应时间 | Responded on | 首次跟进时间 | 首次联系时间 | 响应时间 | responded at | first response | first contact',
  ),
  valid_on: date('转有效日期 | Valid on | 有效日期 | 确认有效时间 | qualified on | qualified at | qualified date'),
  invalid_on: date('判无效日期 | Invalid on | 无效日期 | 判无效时间 | disqualified on | disqualified at'),
  converted_on: date(
    '转化日期 | Converted on | 转商机日期 | 转化时间 | 转商机时间 | converted at | conversion date | converted date',
  ),
} as const satisfies Record<string, Field>;

export type FieldId = keyof typeof fields;

/** The field of that id. */
export function field(id: FieldId): Field {
  return fields[id];
}
