// The parts that column names are put together from, simplified and in lower case (see normalize.ts). Words of one line
// mean the same thing, in whatever language. Nothing here is a whole column name that a grammar could make by itself.

/** What a row can be about. `码` and the like are the codes themselves. */
export const SUBJECTS = {
  code: '二维码 小程序码 太阳码 葵花码 qrcode qr minicode wxacode',
  table: '桌台 餐桌 餐台 桌位 桌子 桌 台 table desk',
  seat: '座位 坐位 座席 席位 工位 卡座 座 seat workstation cubicle',
  room: '房间 客房 包间 包厢 病房 教室 会议室 诊室 宿舍 寝室 房屋 房 室 户 room suite apartment apt ward classroom dorm house',
  store:
    '门店 店铺 商店 分店 门市 门市部 门市店 超市 便利店 卖场 商场 菜市场 市场 集市 夜市 加油站 门头 旗舰店 体验店 专卖店 连锁店 营业所 店面 商户 商家 网店 专柜 餐厅 酒店 药店 直营店 加盟店 店 store shop outlet restaurant hotel merchant boutique pharmacy cafe',
  branch: '网点 分行 支行 营业厅 分公司 营业部 分支机构 机构 branch office institution',
  dealer:
    '经销商 代理商 代理 供应商 分销商 加盟商 合作方 合作伙伴 客户 企业 公司 品牌 dealer agent distributor supplier vendor partner franchise franchisee client customer company brand organization org',
  site: '点位 站点 网位 位点 场地 场馆 场所 景点 景区 展馆 项目 地点 服务点 自提点 驿站 站台 车站 摊位 展位 档口 铺位 site spot point place location venue station stop booth stall kiosk stand project counter pavilion',
  device:
    '设备 机器 终端 机台 售货机 打印机 充电桩 充电宝 摄像头 仪器 资产 电梯 device machine terminal equipment asset sensor printer charger camera instrument elevator',
  event:
    '活动 会议 展会 场次 赛事 课程 讲座 主题活动 event campaign activity promotion promo meeting session conference course lesson exhibition show',
  channel:
    '渠道 来源 媒体 推广位 广告位 广告 海报 物料 投放 channel source medium placement poster ad material',
  staff:
    '员工 职员 店员 职工 导购 销售员 业务员 顾问 客服 医生 医师 护士 教师 老师 司机 骑手 技师 讲师 嘉宾 雇员 人员 推广员 staff employee worker clerk doctor nurse teacher driver rider technician speaker guest user person promoter salesperson',
  member:
    '会员 学生 学员 患者 病人 用户 参会者 选手 业主 住户 居民 member student pupil patient participant attendee exhibitor player resident',
  product:
    '商品 产品 货品 物品 菜品 菜 药品 图书 单品 品 款 货 product item goods article dish medicine book artwork exhibit merchandise',
  order:
    '订单 工单 运单 快递 包裹 单据 合同 票 券 order ticket package parcel shipment waybill voucher coupon contract invoice',
  batch: '批次 批 batch lot',
  warehouse: '仓库 库房 仓 库 warehouse depot',
  shelf:
    '货架 货位 库位 储位 柜子 柜 储物柜 货柜 快递柜 箱 架 托盘 shelf rack bin slot locker cabinet pallet cell box container',
  school: '学校 校区 幼儿园 学院 校 school campus college university kindergarten',
  class: '班级 年级 班 class grade',
  estate: '小区 社区 园区 楼盘 村 estate community compound park village',
  building: '楼栋 栋 楼宇 大楼 教学楼 幢 楼 building block tower',
  unit: '单元 梯',
  floor: '楼层 层 floor storey',
  hospital: '医院 诊所 卫生院 院区 hospital clinic',
  department: '科室 部门 病区 科 处室 department dept division',
  team: '小组 班组 团队 组 team crew',
  workshop: '车间 workshop',
  line: '产线 生产线 流水线 productionline',
  process: '工序 工段 process procedure',
  bed: '床位 病床 床 bed',
  vehicle: '车辆 车牌 车 车位 停车位 泊位 vehicle car truck bus plate parking bike',
  path: '线路 路线 航线 班次 路 route trip flight',
  door: '门 闸机 出入口 gate door entrance exit',
  hall: '展厅 大厅 展区 厅 hall zone',
} as const;

/** Identifiers that say by themselves what they number. */
export const OWN_IDS = {
  table: '桌号 台号 桌牌号 桌码 台位号',
  seat: '座号 座次',
  room: '房号 包房号 门牌号 门牌',
  store: '店号 店码 店编 poi poiid',
  staff: '工号',
  member: '学号 病历号 病案号 住院号 就诊号 学籍号 会员卡号 卡号',
  product: 'sku 货号 款号 料号 物料号 条码 条形码 商品码 上架码 barcode spu upc ean gtin asin isbn',
  device: 'sn 序列号 出厂编号 设备码 imei mac macaddress s/n serialnumber serialno 机身号 assettag',
  order: '单号 订单号 运单号 票号 券码 券号 awb',
  batch: '批号 批次号 lotno',
  vehicle: '车牌号 车牌号码 车号 vin 车架号',
  channel: '邀请码 推广码 渠道码 优惠码 utm',
} as const satisfies Partial<Record<keyof typeof SUBJECTS, string>>;

/** Names that say by themselves what they call. */
export const OWN_NAMES = {
  store: '店名 商号 店招',
  staff: '姓名 员工名 人名 fullname',
  product: '品名 菜名 货名 书名 药名',
  school: '校名',
  class: '班名',
  event: '主题 topic',
  code: '文件名 码名 filename',
} as const satisfies Partial<Record<keyof typeof SUBJECTS, string>>;

export const IDS =
  '编号 编码 代码 代号 号码 号 码 编 标识 标识符 唯一标识 主键 账号 流水号 id ids code no # num number key ref reference uid uuid guid pk';

/** Best first: what people call a thing before how they spell it out. */
export const NAMES =
  '名称 名字 标题 名 name title label 显示名 显示名称 caption 简称 短名 全称 全名 昵称 称呼 中文名 中文名称 英文名 英文名称 别名 alias nickname';

/** Parameters by name. Those in `WEAK_FIELDS` mean something else just as often: there the values decide. */
export const FIELDS = {
  scene: 'scene 场景值 场景参数 scenestr scenevalue sceneid 小程序码参数 二维码参数 码参数',
  path: '路径 小程序路径 完整路径 path pagepath fullpath 跳转路径 页面路径',
  page: '页面 落地页 跳转页面 跳转页 打开页面 页面地址 着陆页 目标页 page landingpage pageurl 页面链接',
  note: '备注 说明 描述 附注 注释 注 备考 补充说明 介绍 简介 note remark comment description desc memo annotation',
  width: '宽度 宽 码宽 width 像素宽',
  lineColor: '线条颜色 主色 码颜色 码色 前景色 linecolor linecolour',
  autoColor: '自动配色 由微信配色 自动颜色 autocolor',
  isHyaline: '透明背景 透明底 透明 底色透明 ishyaline hyaline transparent',
  envVersion: '打开的版本 小程序版本 envversion env 打开版本',
  checkPath: '检查页面 校验路径 检查路径 校验页面 checkpath',
} as const;

export const WEAK_FIELDS = {
  scene: '场景 参数 param parameter query querystring',
  path: 'url link 链接 跳转链接 小程序链接 链接地址',
  width: '尺寸 大小 size',
  lineColor: '颜色 color colour',
  envVersion: '版本 version',
} as const;

/** What tells something of a row and does not say which one it is. */
export const ASIDES = {
  serial: '序号 序 行号 行 序列 项次 次序 排序 顺序 页码 index idx seq sequence row line sort',
  quantity:
    '数量 数目 个数 件数 台数 桌数 人数 张数 份数 库存 容量 总数 面积 重量 长度 高度 体积 年龄 量 数 qty quantity count stock capacity pax area weight height length volume age total numberof noof countof #of',
  price:
    '价格 单价 售价 金额 价 元 费用 费 租金 押金 总额 销售额 营业额 额 折扣 面值 余额 积分 工资 成本 price amount cost fee rent deposit revenue sales discount balance points salary msrp',
  phone:
    '电话 手机 手机号 手机号码 联系方式 座机 传真 热线 微信号 qq phone tel telephone contactnumber mobile cellphone fax hotline wechat',
  address:
    '地址 详细地址 街道 经度 纬度 坐标 邮编 邮政编码 address addr street latitude longitude lat lng lon zip zipcode postcode postal gps 位置 方位',
  region:
    '城市 省份 省 市 区县 区 区域 地区 大区 片区 商圈 国家 县 国 战区 city province region district state country county territory',
  time: '日期 时间 年份 月份 年 月 日 时长 开业 有效期 截止 开始 结束 生日 到期 入职 date time datetime day month year created updated deadline start end birthday expiry expires hours duration at',
  percent: '比例 占比 率 百分比 折 percent percentage rate ratio %',
  person:
    '负责人 联系人 店长 经理 督导 店主 老板 管理员 班主任 院长 校长 主任 护士长 主管 组长 区长 法人 申请人 经办人 收件人 创建人 审核人 制表人 执行人 签收人 填写人 填表人 发货人 收货人 manager owner contact supervisor principal leader director incharge pic responsible assignee',
  email: '邮箱 邮件 电子邮件 电子邮箱 email mail',
  paper:
    '身份证 身份证号 身份证号码 证件 证件号 护照 银行卡 银行卡号 开户行 税号 信用代码 营业执照 密码 idcard passport tax license password',
  link: '网址 官网 网站 图片 照片 图 logo website homepage image photo picture avatar icon 头像 附件 attachment file',
  trait:
    '状态 类型 类别 分类 种类 品类 等级 级别 性质 型号 规格 单位 岗位 职位 职务 性别 材质 学历 型 尺码 排名 是否 属性 产地 口味 type category status kind level model spec specification unit position gender sex material rank tag',
} as const;
export type Aside = keyof typeof ASIDES;

/** Adds nothing to the meaning. */
export const FILLERS =
  '所属 对应 归属 所在 当前 本 新 原 旧 唯一 系统 内部 外部 企业内 使用 绑定 的 之 及 或 和 与 请填写 填写 必填 选填 第 小程序 微信 总 自定义 mini program miniprogram the of our my your internal external unique system custom new old full short display';
