// The characters that texts and tables are mostly made of: by them an encoding is told from another in which the same
// bytes are characters too, but rare ones. Written down from everyday lists (stores, tables, streets, names, dates).

const SHARED =
  '的一是在不了有和人主中大上地工民我以要他用作生年而分成方多可下能天小去行如自得三正事生本面次法好心前件利月系位其情者最立代外物放等平二合直北或科明公表它教什第知起此手文思由老向先各任路走常完料求信名口海品表白少因已使安四五六七八九十百千元春夏秋冬早晚山水火木土金石日星光江河湖州市街道巷村城南西美食店家客居房座桌台包人收付出入口卡卷注小美吃喝麻辣羊牛肉米粉白菜豆油茶水果冰奶甜酒吧屋宿旅店楼舍院宝女男子童孕仁和平安福康正泰永盛源丰利太古今友朋丁王李林徐朱高何郭梁宋唐曹彭曾于董潘姜崔姚石金甲乙丙丁戊己南海北京上海成都重武杭州深广佛山天津青大理沙昌靠近窗包左右前後中央入口出口收取自助打包服務台吧散座卡大小中特名字日期年月份人民廣场商品号区域店址名字半同向只主口告回命及直接者百貨超市購物中心旗舰生活公里米克二三四五六七八九';

const SIMPLIFIED =
  '这来国个们为时说对会发业经产动过学义现实当没看长进样军无与还于问开关间从数质么应资别体两门东车气头电点员总见里认话别总运条新场馆园号码区厅层楼备注编号店铺门称页编场厅镇乡县华丰务员务经销单价数量万徐汇浦东静安虹桥闸陆家嘴长宁杨宝闵龙环欧洲广远陈张刘杨黄赵吴孙马罗郑谢韩冯邓萧程蔡贾叶苏卢蒋阎钟汤贺赖龚书计请图边远写标准备给约达级线联结连锁烧烤饭馆鱼鸡鸭虾面馆汤锅饮烤馆药妆护购买选择扫码订单优惠券活动红绿蓝颜色说明类别型号规状态启停联络电话邮编联系负责签';

const TRADITIONAL =
  '這來國個們為時說對會發業經產動過學義現實當沒看長進樣軍無與還於問開關間從數質麼應資別體兩門東車氣頭電點員總見裡認話運條新場館園號碼區廳層樓備註編號店鋪門稱頁鎮鄉縣華豐務員經銷單價數量萬徐匯浦東靜安虹橋閘陸家嘴長寧楊寶閔龍環歐洲廣遠陳張劉黃趙吳孫馬羅鄭謝韓馮鄧蕭蔡賈葉蘇盧蔣鍾湯賀賴書計請圖邊寫標準備給約達級線聯結連鎖燒烤飯館魚雞鴨蝦麵館湯鍋飲藥妝護購買選擇掃碼訂單優惠券活動紅綠藍顏色說明類別型號規狀態啟停聯絡電話郵編聯繫負責簽台灣臺灣香港澳門桃園新竹臺北臺中臺南高雄';

const HANGUL =
  '이다는을가에하고의지사서도기시스어아나리로인자대한정수일동점대제전주소오부상보구마장요화물해비성그모신트원들세계번호매강남북서울이름테블테이블식당입구카페커피명길층좌석';

const among = (characters: string) => new RegExp(`[${[...new Set(characters)].join('')}]`, 'u');

export const COMMON_SIMPLIFIED = among(SHARED.replace(/[後務廣貨購]/g, '') + SIMPLIFIED);
export const COMMON_TRADITIONAL = among(SHARED + TRADITIONAL);
export const COMMON_HANGUL = among(HANGUL);
