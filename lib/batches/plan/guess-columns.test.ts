import { describe, expect, test } from 'vitest';
import { columnNames } from '@/lib/batches/table/header/header';
import { columnsOf } from './columns';
import { explainGuess } from './explain-guess';
import { guessPlan } from './guess-plan';

/** A table as one text (`桌号,门店 / 1,北京 / 2,上海`); without a header its columns have letters. */
function guess(text: string, hasHeader = true): string {
  const lines = text.split(' / ').map((line) => line.split(','));
  const cells = hasHeader ? lines.slice(1) : lines;
  const columns = columnNames(hasHeader ? (lines[0] ?? []) : [], lines[0]?.length ?? 0);
  const { fields } = guessPlan(
    columnsOf({ columns, rows: cells.map((row, at) => ({ line: at + 2, cells: row })) }),
    [],
  ).plan;
  return Object.entries(fields)
    .map(([field, source]) => {
      if (source?.from === 'column') return `${field}=${columns[source.column]}`;
      return `${field}=${source?.from === 'template' ? source.template : ''}`;
    })
    .join(' ');
}

describe('columns of tables that were handed in', () => {
  test.each([
    [
      '序号,门店编号,门店名称,城市,地址,店长电话 / 1,SH0001,上海第1店（标准）,北京,中山路 1 号,010-55500001 / 2,SH0002,上海第2店（标准）,北京,中山路 2 号,010-55500002',
      'scene=门店编号 name=门店名称',
    ],
    ['NO.,店名,店铺ID,区域 / 1,店1,10001,华东 / 2,店2,10002,华东', 'scene=店铺ID name=店名'],
    [
      '门店ID,门店,桌台 / 200,店0,T1 / 200,店0,T2 / 201,店1,T0 / 201,店1,T1 / 202,店2,T1',
      'scene={门店ID}-{桌台} name={门店}-{桌台}',
    ],
    [
      'Store Name,Store Code,City,Notes / Store 1,SC1,Shanghai,by the door / Store 2,SC2,Shanghai,by the door',
      'scene=Store Code name=Store Name note=Notes',
    ],
    ['id,name,scene_str / 1,n1,s=1 / 2,n2,s=2 / 3,n3,s=3', 'scene=scene_str name=name'],
    ['门店编号,门店名称,数量 / S001,店1,3 / S002,店2,4', 'scene=门店编号 name=门店名称'],
    ['门店编号,门店名称,数量 / S001,店1,3 / S002,店2,4 / 合计,,7', 'scene=门店编号 name=门店名称'],
    [
      '门店编号,门店名称,页面 / S1,店1,https://example.com/pages/a / S2,店2,/pages/index/index / S3,店3,pages/index/index?id=3',
      'scene=门店编号 page=页面 name=门店名称',
    ],
  ])('%s → %s', (table, fields) => {
    expect(guess(table)).toBe(fields);
  });
});

describe('columns by the words they are called by', () => {
  test.each([
    [
      'Campaign,Channel Code,Remark / Spring 1,wx1,a / Spring 2,wx2,b',
      'scene=Channel Code name=Campaign note=Remark',
    ],
    [
      '楼栋,单元,房号 / 1栋,1单元,101 / 1栋,1单元,102 / 1栋,2单元,101 / 1栋,2单元,102 / 2栋,1单元,101 / 2栋,1单元,102',
      'scene=房号 name={楼栋}-{单元}-{房号}',
    ],
    // Restaurants.
    ['桌号,区域,座位数 / A1,大厅,4 / A2,大厅,6', 'scene=桌号'],
    ['餐厅名称,桌台号,人数 / 小满,A01,4 / 小满,A02,2', 'scene=桌台号 name={餐厅名称}-{桌台号}'],
    ['門店編號,門店名稱,備註 / M01,銅鑼灣店,新 / M02,旺角店,', 'scene=門店編號 name=門店名稱 note=備註'],
    ['桌號,樓層,備註 / 1,二樓,靠窗 / 2,二樓,', 'scene=桌號 name={樓層}-{桌號} note=備註'],
    ['序号,包间,容纳人数 / 1,牡丹厅,10 / 2,芙蓉厅,12', 'scene=包间'],
    ['Table No.,Area,Seats / T1,Patio,2 / T2,Patio,4', 'scene=Table No.'],
    ['Branch,Table / HK01,T1 / HK01,T2 / HK02,T1', 'scene={Branch}-{Table}'],
    ['菜品编码,菜名,单价（元） / D01,红烧肉,48.00 / D02,清蒸鱼,68.00', 'scene=菜品编码 name=菜名'],
    [
      '档口编号,档口名称,联系电话 / 01,川味小面,13800000001 / 02,潮汕粥,13800000002',
      'scene=档口编号 name=档口名称',
    ],
    // Retail.
    [
      '行号,网点代码,网点名称,负责人 / 1,W01,朝阳网点,张三 / 2,W02,海淀网点,李四',
      'scene=网点代码 name=网点名称',
    ],
    [
      '经销商编码,经销商全称,经销商简称 / J1,北京某某商贸,某某 / J2,上海某某贸易,某贸',
      'scene=经销商编码 name=经销商简称',
    ],
    [
      '商品条码,商品名称,规格,售价 / 6901,矿泉水,550ml,2.00 / 6902,可乐,330ml,3.00',
      'scene=商品条码 name=商品名称',
    ],
    [
      'SKU,Product Title,Qty,Unit Price / K1,Green tea,3,9.90 / K2,Black tea,4,8.80',
      'scene=SKU name=Product Title',
    ],
    ['货号,品名,颜色,尺码 / H1,外套,红,L / H2,裤子,黑,M', 'scene=货号 name=品名'],
    ['shop_id,shop_name,shop_address / 9,East,1 Main St / 8,West,2 Main St', 'scene=shop_id name=shop_name'],
    ['outletCode,outletName,managerPhone / O1,Pier,123 / O2,Mall,456', 'scene=outletCode name=outletName'],
    [
      '* 店铺编号（必填）,店铺名称 [选填],备注 / D1,一店, / D2,二店,',
      'scene=* 店铺编号（必填） name=店铺名称 [选填]',
    ],
    [
      'ＳｔｏｒｅＩＤ,Ｓｔｏｒｅ　Ｎａｍｅ / 1,East / 2,West',
      'scene=ＳｔｏｒｅＩＤ name=Ｓｔｏｒｅ Ｎａｍｅ',
    ],
    [
      '城市,门店,门店编号,营业时间 / 上海,徐汇店,S1,9:00-21:00 / 上海,静安店,S2,9:00-21:00',
      'scene=门店编号 name=门店',
    ],
    ['门店（编号）,门店（名称） / S1,徐汇店 / S2,静安店', 'scene=门店（编号） name=门店（名称）'],
    ['ID,门店编号,门店名称 / 101,S1,一店 / 102,S2,二店', 'scene=门店编号 name=门店名称'],
    ['渠道,渠道码,投放日期 / 抖音,DY,2026-05-01 / 小红书,XHS,2026-05-02', 'scene=渠道码 name=渠道'],
    [
      '推广员编号,推广员姓名,手机号 / T1,张三,13800000001 / T2,李四,13800000002',
      'scene=推广员编号 name=推广员姓名',
    ],
    [
      'Distributor Name,Distributor #,Region / Acme,D1,East / Zeta,D2,West',
      'scene=Distributor # name=Distributor Name',
    ],
    // Hotels.
    ['房间号,房型,楼层 / 101,大床房,1 / 102,双床房,1', 'scene=房间号'],
    ['酒店名称,房号 / 云栖酒店,101 / 云栖酒店,102', 'scene=房号 name={酒店名称}-{房号}'],
    ['Hotel,Room Number / H1,101 / H1,102 / H2,101', 'scene={Hotel}-{Room Number}'],
    ['楼栋,单元,房号 / 1,1,101 / 1,1,102 / 1,2,101 / 2,1,101', 'scene={楼栋}-{单元}-{房号}'],
    [
      '小区名称,楼栋,房号 / 阳光里,1,101 / 阳光里,1,102 / 阳光里,2,101',
      'scene={楼栋}-{房号} name={小区名称}-{楼栋}-{房号}',
    ],
    // Factories and equipment.
    ['设备SN,设备名称,型号,安装地址 / X9,冲床,P1,一厂 / X8,铣床,P2,二厂', 'scene=设备SN name=设备名称'],
    [
      '资产编号,资产名称,数量,购入日期 / ZC1,投影仪,1,2026/1/2 / ZC2,打印机,2,2026/1/3',
      'scene=资产编号 name=资产名称',
    ],
    ['Serial No.,Asset Tag,Asset Name / 1,AT9,Pump / 2,AT8,Valve', 'scene=Asset Tag name=Asset Name'],
    [
      'Serial Number,Machine Name,Location / SN77,Press,Hall A / SN78,Mill,Hall A',
      'scene=Serial Number name=Machine Name',
    ],
    ['车间,产线,工位 / 1,A,01 / 1,A,02 / 1,B,01 / 2,A,01', 'scene={车间}-{产线}-{工位}'],
    [
      '充电桩编号,站点名称,经度,纬度 / P1,东站,121.47,31.23 / P2,西站,121.48,31.24',
      'scene=充电桩编号 name=站点名称',
    ],
    ['deviceid,devicename,status / d1,Lamp,on / d2,Fan,off', 'scene=deviceid name=devicename'],
    ['机台号,机台,负责人 / M1,注塑机一号,张三 / M2,注塑机二号,李四', 'scene=机台号 name=机台'],
    // Schools.
    ['学号,姓名,班级,性别 / 2001,王小明,三班,男 / 2002,李小红,三班,女', 'scene=学号 name=姓名'],
    [
      '学校名称,班级名称,班主任,学生人数 / 一小,一班,张老师,40 / 一小,二班,李老师,41',
      'scene=班级名称 name={学校名称}-{班级名称}',
    ],
    [
      'Student ID,Full Name,Class,Email / S1,Ann Lee,3A,a@x.cn / S2,Bo Li,3A,b@x.cn',
      'scene=Student ID name=Full Name',
    ],
    [
      '教室编号,教学楼,教室名称 / J1,一号楼,化学实验室 / J2,一号楼,物理实验室',
      'scene=教室编号 name=教室名称',
    ],
    ['校区代码,校区 / XQ1,东校区 / XQ2,西校区', 'scene=校区代码 name=校区'],
    // Hospitals.
    [
      '科室编码,科室名称,科室主任,电话 / K1,内科,张三,8001 / K2,外科,李四,8002',
      'scene=科室编码 name=科室名称',
    ],
    ['病区,床号 / A,1 / A,2 / B,1', 'scene={病区}-{床号}'],
    [
      '医生工号,医生姓名,科室,身份证号 / G1,张三,内科,110101199001011234 / G2,李四,外科,110101199001011235',
      'scene=医生工号 name=医生姓名',
    ],
    ['Ward,Bed No,Patient Name / W1,1,Ann Lee / W1,2,Bo Li', 'scene=Bed No name=Patient Name'],
    // Events.
    [
      '活动编号,活动名称,开始时间,结束时间 / E1,春游,2026-04-01,2026-04-02 / E2,秋游,2026-10-01,2026-10-02',
      'scene=活动编号 name=活动名称',
    ],
    [
      '展位号,参展企业,联系人,邮箱 / A01,某某科技,张三,a@x.cn / A02,某某电子,李四,b@x.cn',
      'scene=展位号 name=参展企业',
    ],
    [
      'Campaign Code,Campaign Title,Start Date / C1,Spring Sale,2026-03-01 / C2,Autumn Sale,2026-09-01',
      'scene=Campaign Code name=Campaign Title',
    ],
    ['座位号,排,票价 / 1,A,100 / 2,A,100', 'scene=座位号'],
    ['嘉宾姓名,单位,桌号 / 张三,甲公司,1 / 李四,乙公司,2', 'scene=桌号 name=嘉宾姓名'],
    ['Booth No.,Company,Contact Person / B1,Acme,Ann / B2,Zeta,Bo', 'scene=Booth No. name=Company'],
    // Logistics.
    [
      '运单号,收件人,收件人电话,收货地址 / YT1,张三,13800000001,某路1号 / YT2,李四,13800000002,某路2号',
      'scene=运单号',
    ],
    [
      '仓库代码,仓库名称,库位 / C1,东仓,A-01 / C1,东仓,A-02 / C2,西仓,A-01',
      'scene={仓库代码}-{库位} name={仓库名称}-{库位}',
    ],
    ['货架编号,层数,备注 / H1,3,重货 / H2,4,', 'scene=货架编号 note=备注'],
    [
      '车牌号,司机姓名,司机电话 / 沪A12345,张三,13800000001 / 沪A12346,李四,13800000002',
      'scene=车牌号 name=司机姓名',
    ],
    ['Locker,Site Name / L1,North Gate / L2,South Gate', 'scene=Locker name=Site Name'],
    [
      '快递柜编号,小区名称,省,市 / G1,阳光里,江苏,苏州 / G2,月光里,江苏,苏州',
      'scene=快递柜编号 name=小区名称',
    ],
    // What stands in the way.
    ['序号,数量,单价,编号 / 1,3,2.5,B7 / 2,4,3.5,B8', 'scene=编号'],
    ['日期,占比,桌号 / 2026-01-01,10%,A1 / 2026-01-02,20%,A2', 'scene=桌号'],
    ['Email,Phone,Staff ID,Name / a@x.cn,1,E1,Ann / b@x.cn,2,E2,Bo', 'scene=Staff ID name=Name'],
    ['Number of Tables,Store ID,Name of Store / 12,S1,East / 9,S2,West', 'scene=Store ID name=Name of Store'],
    ['序号,城市,电话 / 1,上海,021-55550001 / 2,北京,010-55550001', 'scene=序号'],
    ['场景,桌号 / 堂食,A1 / 堂食,A2', 'scene=桌号'],
    ['门店编号,门店名称 / S1,一 / S2,二 / S3,三 / S4,四 / S5,五 / S5,五', 'scene=门店编号 name=门店名称'],
    // Parameters.
    [
      '桌号,env_version,二维码宽度(px),线条颜色 / A1,release,430,#000000 / A2,trial,500,#ff0000',
      'scene=桌号 width=二维码宽度(px) lineColor=线条颜色 envVersion=env_version',
    ],
    [
      'sceneStr,codeName,page / a=1,East,pages/a / a=2,West,pages/a',
      'scene=sceneStr page=page name=codeName',
    ],
    ['店号,官网,参数 / S1,https://a.cn,id=1 / S2,https://a.cn,id=2', 'scene=参数 name=店号'],
    ['门店编号,小程序路径 / S1,pages/index/index / S2,pages/index/index', 'scene=门店编号 page=小程序路径'],
    ['门店编号,跳转链接 / S1,https://shop.example/item / S2,https://shop.example/item', 'scene=门店编号'],
    [
      '门店编号,图片链接,门店地址 / S1,https://a.cn/1.jpg,某路 / S2,https://a.cn/2.jpg,某路',
      'scene=门店编号',
    ],
    // People read the table's number, not what the code carries.
    [
      '序号,门店,桌号,参数 / 1,徐汇店,1,s=1&t=1 / 2,徐汇店,2,s=1&t=2 / 3,静安店,1,s=2&t=1',
      'scene=参数 name={门店}-{桌号}',
    ],
    // A short list of which one cell is wrong and one is empty.
    [
      '门店,桌号,参数 / 一店,1,s=1&t=1 / 一店,2,s=1&t=2桌 / 一店,3,s=1&t=3 / 一店,4,',
      'scene=参数 name={门店}-{桌号}',
    ],
  ])('%s → %s', (table, fields) => {
    expect(guess(table)).toBe(fields);
  });
});

describe('a guess says why', () => {
  const table = (columns: string[], ...rows: string[][]) => ({
    columns,
    rows: rows.map((cells, at) => ({ line: at + 2, cells })),
  });
  const why = (read: ReturnType<typeof table>) => {
    const columns = columnsOf(read);
    return explainGuess(columns, guessPlan(columns, [])).reasons;
  };

  test('by the name of a column, and whether its values repeat', () => {
    expect(why(table(['门店编号', '门店名称'], ['S1', '东'], ['S1', '西']))).toEqual({
      scene: { by: 'name', columns: ['门店编号'], isUnique: false },
      name: { by: 'name', columns: ['门店名称'], isUnique: true },
    });
  });

  test('by what stands in it', () => {
    expect(why(table(['A'], ['id=1'], ['id=2']))).toEqual({
      scene: { by: 'values', columns: ['A'], isUnique: true },
    });
  });

  test('by two that differ only together', () => {
    expect(why(table(['门店ID', '桌台'], ['1', 'A'], ['1', 'B'], ['2', 'A'])).scene).toEqual({
      ...{ by: 'together', columns: ['门店ID', '桌台'], isUnique: true },
    });
  });
});

describe('columns without a name', () => {
  test.each([
    ['1,SH0001,徐汇店,021-55500001 / 2,SH0002,静安店,021-55500002', 'scene=B name=C'],
    ['A01,大厅靠窗 / A02,大厅靠门', 'scene=A name=B'],
    ['徐汇店,id=12&t=3 / 静安店,id=13&t=3', 'scene=B name=A'],
    ['pages/index?x=1,徐汇店 / pages/index?x=2,静安店', 'path=A name=B'],
    ['T1,pages/a/b / T2,pages/a/b', 'scene=A page=B'],
    ['2026-01-02,13800000001,K7 / 2026-01-03,13800000002,K8', 'scene=C'],
  ])('%s → %s', (table, fields) => {
    expect(guess(table, false)).toBe(fields);
  });
});

describe('compounds, whatever they are put together from', () => {
  const SUBJECTS =
    '门店 店铺 网点 经销商 点位 设备 活动 渠道 员工 商品 门市 超市 加盟店 自提点 展位 充电桩 药房 场馆';
  const ENGLISH = 'Store Shop Branch Channel Device Outlet Site Dealer Event Employee Product Kiosk Salon';

  test.each(['编号', '编码', '代码', 'ID', '条码'])('Chinese with %s', (id) => {
    for (const [at, subject] of SUBJECTS.split(' ').entries()) {
      const name = `${subject}${['名称', '名', '全称'][at % 3]}`;
      const header = `序号,${name},负责人,${subject}${id},联系电话,地址,数量,备注`;
      const rows = ['1,甲店,王,X1,13800000001,解放路1号,3,无', '2,乙店,王,X2,13800000002,解放路2号,3,急'];
      expect(guess([header, ...rows].join(' / '))).toBe(`scene=${subject}${id} name=${name} note=备注`);
    }
  });

  test.each(['Code', 'ID', 'No.', 'Number', '#'])('English with %s', (id) => {
    for (const [at, subject] of ENGLISH.split(' ').entries()) {
      const name = `${subject} ${['Name', 'Title'][at % 2]}`;
      const header = `#,${name},${subject} ${id},Phone,Address,Qty,Price,Notes`;
      const rows = ['1,The Pier,X1,555-1001,1 Main St,3,9.90,ok', '2,The Mall,X2,555-1002,2 Main St,3,9.90,'];
      expect(guess([header, ...rows].join(' / '))).toBe(`scene=${subject} ${id} name=${name} note=Notes`);
    }
  });
});
