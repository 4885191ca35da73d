/**
 * Chinese is typed in syllables, and there are about 400 of them: for whoever guesses, each is one letter of a larger
 * alphabet. The most frequent come first, since a word's place is how soon it is guessed.
 */
export const PINYIN_SYLLABLES = (
  'wo ni de shi yi bu zai you ta zhe ren le da lai shang ge dao shuo men wei zi he di chu dui yao jiu hui ai hao ma ba xin ' +
  'li wang zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin guo luo liang song zheng xie han tang feng yu ' +
  'dong xiao cheng cao yuan deng fu shen zeng peng lv su lu jiang cai jia ding wei xue ye yan pan du dai xia zhong tian ' +
  'fan fang shi yao tan liao zou xiong jin hao kong bai cui kang mao qiu qin gu hou shao meng long wan duan lei qian yin ' +
  'zhi guo jia min sheng qi fa cheng xing ke hua mei nan nv xi bei jing gong si dian jia hong lan qing ming jun jie ping ' +
  'bin bo chao chang dan fei gang guang hai heng hong hui jian kai kun lang lian ling na ning peng rui rong shan shu shun ' +
  'tao ting wen wan xiang xiu ya ying yong yue yun zhen ze zhan zhuo a an ang ao ban bang bao ben beng bi bian biao bie ' +
  'bing can cang ce cen ceng cha chai chan che chi chong chou chuai chuan chuang chui chun chuo ci cong cou cu cuan cun ' +
  'cuo dang dei dia diao die diu dou dun duo e en er fen fo fou ga gai gan gei gen geng gou gua guai guan gui gun ha hang ' +
  'hei hen hua huai huan huo ji jiao jiong jiu ju juan jue kan kao ken keng kou ku kua kuai kuan kuang kui kuo la lai lao ' +
  'leng lia lie liu lou luan lun lve mai man mang men mi mian miao mie mo mou mu nai nao ne nei nen neng nian niang niao ' +
  'nie niu nong nou nu nuan nuo o ou pa pai pang pao pei pen pi pian piao pie pin po pou pu qia qiang qiao qie qiong qu ' +
  'quan que qun ran rang rao re reng ri rou ru ruan run ruo sa sai san sang sao se sen seng sha shai shei shou shua shuai ' +
  'shuan shuang shui shuo suan sui suo te teng ti tiao tie tong tou tu tuan tui tun tuo wa wai weng xian qie xiong xuan ' +
  'xun yai za zan zang zao zei zen zha zhai zhei zhou zhua zhuai zhuan zhuang zhui zhun zong zu zuan zui zun zuo'
).split(' ');

/** What people in China make passwords of: words that need no thinking, and numbers that sound like something. */
export const CHINESE_FAVORITES = (
  'mima woaini woaiwojia 520 1314 5201314 1314520 woaini1314 woaini520 nihao nihaoma zhongguo woshishui woshiwo 888 666 ' +
  '8888 6666 888888 666666 168 518 7758521 7758258 147258 147258369 159357 110 120 119 12306 10086 10010 10000 95588 ' +
  'mendian guanliyuan guanli admin denglu zhanghao yonghu xiaochengxu taiyangma erweima weixin wechat alipay zhifubao ' +
  'taobao jingdong douyin beijing shanghai guangzhou shenzhen hangzhou chengdu wuhan nanjing xian chongqing tianjin suzhou ' +
  'gongsi dianpu shangdian canting huiyuan kehu zongbu caiwu yunying laoban dianzhang yuangong ceshi test demo laopo laogong ' +
  'baobao baobei shengri kuaile gongxifacai dajidali yilushunfeng wanshiruyi asdf qwer zaq abc abcd aa123456 a123456 qq'
).split(' ');
