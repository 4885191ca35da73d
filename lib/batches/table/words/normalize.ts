/** Traditional characters that column names are written with, each before its simplified one. */
const TRADITIONAL =
  '門门號号編编碼码備备註注說说檯台臺台舖铺鋪铺稱称單单樓楼棟栋層层間间員员產产類类倉仓庫库貨货設设動动題题級级學学醫医區区電电話话時时數数價价額额參参頁页徑径連连結结寬宽顏颜線线圖图場场景景值值網网點点銷销經经負负責责聯联絡络長长櫃柜車车輛辆廳厅館馆項项會会議议課课導导購购職职師师護护業业務务機机構构終终裝装資资產产據据條条訂订運运訊讯標标簡简詳详細细狀状態态齡龄積积帳账賬账戶户幣币費费團团隊队專专櫃柜質质規规態态開开關关結结從从屬属應应舊旧統统內内無无讀读書书藥药診诊園园鄉乡縣县國国處处證证銀银稅税執执圍围體体積积順顺錄录鍵键識识別别獨独誌志廠厂達达緯纬腦脑雜杂與与描描徵征廣广報报媒媒來来顧顾賓宾選选試试驗验歲岁樣样檢检查查視视窗窗';

const SIMPLIFIED = new Map<string, string>();
for (let at = 0; at + 1 < TRADITIONAL.length; at += 2)
  SIMPLIFIED.set(TRADITIONAL.charAt(at), TRADITIONAL.charAt(at + 1));

const BRACKETED = /[([{【〔［｛「『《<][^)\]}】〕］｝」』》>]*[)\]}】〕］｝」』》>]/g;

/** Words in the order of the name: `storeID` and `store_id` are two, Chinese stays in one piece for the grammar to cut. */
function wordsOf(text: string): string[] {
  return text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replace(/([\p{Script=Han}])([A-Za-z#%])/gu, '$1 $2')
    .replace(/([A-Za-z#%])([\p{Script=Han}])/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}#%/]+|(?<!\bs)\/(?!n\b)/u)
    .filter((word) => word !== '');
}

/**
 * A column's name for the grammar: full-width letters made plain, traditional characters simplified, and what stands in
 * brackets (`（必填）`, `(px)`) set apart.
 * @returns the words outside of brackets, and those inside
 */
export function normalizeHeader(header: string): { words: string[]; hint: string[] } {
  const text = header
    .normalize('NFKC')
    .replace(/\p{Script=Han}/gu, (character) => SIMPLIFIED.get(character) ?? character);
  const hints = text.match(BRACKETED) ?? [];
  const words = wordsOf(text.replace(BRACKETED, ' '));
  const hint = hints.flatMap((piece) => wordsOf(piece));
  return words.length > 0 ? { words, hint } : { words: hint, hint: [] };
}
