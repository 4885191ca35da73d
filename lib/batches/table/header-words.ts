import { ROW_FIELDS, type RowField } from '@/lib/batches/plan/plan';

/**
 * What people call the columns of such tables, most telling first; compared without spaces, underlines, case and
 * anything in brackets.
 */
const WORDS: Record<RowField, string[]> = {
  scene: ['scene', '场景值', '场景', '场景参数', 'scenevalue', 'sceneid', '参数', 'param', 'params', 'query'],
  path: ['path', '路径', '页面路径', '小程序路径', '完整路径', 'pagepath', 'url', '链接', '跳转路径'],
  page: ['page', '页面', '页面地址', '落地页', '跳转页面'],
  name: ['name', '名称', '名字', '码名称', '文件名', '标题', 'title', 'filename', 'label'],
  note: ['note', '备注', '说明', '描述', 'remark', 'remarks', 'comment', 'description', 'memo'],
  width: ['width', '宽度', '尺寸', '大小', 'size'],
  lineColor: ['linecolor', 'color', 'colour', '颜色', '线条颜色', '主色'],
  autoColor: ['autocolor', '自动配色', '由微信配色'],
  isHyaline: ['ishyaline', 'hyaline', '透明背景', '透明', '透明底', 'transparent'],
  envVersion: ['envversion', 'version', '打开的版本', '版本', '小程序版本', 'env'],
  checkPath: ['checkpath', '检查页面', '校验路径'],
};

/** What a row is about, where no column is called by a parameter: the best thing to number codes by, and to call them. */
const SUBJECTS = [
  ...['桌号', '桌台', '桌台号', '桌码', '餐桌', '台号', '座位号', '房号', '房间号', '包间', '工位'],
  ...['门店', '门店编号', '门店名称', '店铺', '店号', '商店', '分店', '商品', '商品编号', '商品名称', '货号'],
  ...[
    '员工',
    '工号',
    '员工编号',
    '姓名',
    '设备',
    '设备号',
    '设备编号',
    '车牌',
    '车牌号',
    '编号',
    '序号',
    '代码',
    '货架',
  ],
  ...[
    'id',
    'no',
    'number',
    'code',
    'sku',
    'table',
    'tableno',
    'desk',
    'seat',
    'room',
    'roomno',
    'store',
    'storeid',
  ],
  ...[
    'shop',
    'shopid',
    'product',
    'productid',
    'item',
    'employee',
    'staff',
    'device',
    'deviceid',
    'sn',
    'key',
  ],
];

function plain(header: string): string {
  return header
    .toLowerCase()
    .replace(/[(（[【].*?[)）\]】]/g, '')
    .replace(/[\s_\-.:：*]/g, '');
}

const FIELDS = new Map(ROW_FIELDS.flatMap((field) => WORDS[field].map((word) => [word, field] as const)));
const SUBJECT_SET = new Set(SUBJECTS);

/** The field that a column of this name is for, `subject` for what a row is about, or null. */
export function fieldOfHeader(header: string): RowField | 'subject' | null {
  const word = plain(header);
  return FIELDS.get(word) ?? (SUBJECT_SET.has(word) ? 'subject' : null);
}
