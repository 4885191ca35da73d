import { Html } from './html';

/** Colors of app/globals.css, and no font or picture of another host. */
export const STYLE = new Html(`
:root{color-scheme:light dark;--bg:light-dark(oklch(.986 .003 84),oklch(.178 .005 70));--card:light-dark(#fff,oklch(.207 .006 70));--text:light-dark(oklch(.225 .009 65),oklch(.945 .005 84));
--quiet:light-dark(oklch(.492 .013 70),oklch(.715 .011 78));--line:light-dark(oklch(.912 .006 80),oklch(.295 .008 70));--link:light-dark(oklch(.515 .135 46),oklch(.78 .13 60));--code:light-dark(oklch(.957 .005 82),oklch(.252 .007 70))}
*{box-sizing:border-box}
html{scroll-padding-top:16px}
body{margin:0;background:var(--bg);color:var(--text);font:15px/1.6 system-ui,-apple-system,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
a{color:var(--link)}
a:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:2px solid var(--link);outline-offset:2px}
code,pre{font-family:ui-monospace,"SF Mono",Menlo,Consolas,monospace;font-size:13px}
code{background:var(--code);border-radius:4px;padding:1px 4px;overflow-wrap:anywhere}
pre{background:var(--code);border-radius:8px;padding:12px;margin:8px 0;overflow:auto;max-height:480px}
pre code{background:none;padding:0;overflow-wrap:normal}
.page{display:grid;grid-template-columns:280px minmax(0,1fr);max-width:1280px;margin:0 auto}
nav{position:sticky;top:0;height:100vh;overflow:auto;padding:24px 16px;border-right:1px solid var(--line);font-size:14px}
nav ul{list-style:none;margin:0 0 16px;padding:0}
nav h2{font-size:13px;color:var(--quiet);margin:0 0 4px}
nav a{display:block;padding:4px 8px;border-radius:6px;color:inherit;text-decoration:none;overflow-wrap:anywhere}
nav a:hover{background:var(--code)}
nav summary{display:none}
main{padding:24px 32px 64px;min-width:0}
h1{font-size:26px;line-height:1.3;margin:0 0 8px}
main>h2{font-size:20px;margin:40px 0 12px}
section{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:16px 20px;margin:0 0 16px}
h3{display:flex;gap:8px;align-items:baseline;flex-wrap:wrap;font-size:16px;margin:0 0 4px}
h4{font-size:14px;margin:16px 0 4px}
h3 code{background:none;padding:0;font-size:15px}
.method{font:600 12px/1 ui-monospace,Menlo,Consolas,monospace;border:1px solid var(--line);border-radius:6px;padding:4px 6px}
.quiet{color:var(--quiet);font-size:14px}
p{margin:4px 0 8px;overflow-wrap:anywhere}
.fields{margin:0;border-top:1px solid var(--line)}
.fields>div{display:grid;grid-template-columns:minmax(120px,32%) minmax(0,1fr);gap:4px 16px;padding:8px 0;border-bottom:1px solid var(--line)}
dt,dd{margin:0;min-width:0;overflow-wrap:anywhere}
dd{font-size:14px}
dd .type{font-family:ui-monospace,Menlo,Consolas,monospace;font-size:13px}
summary{cursor:pointer;padding:4px 0;color:var(--link)}
@media(max-width:800px){.page{display:block}nav{position:static;height:auto;max-height:30vh;border:0;border-bottom:1px solid var(--line);padding:12px 16px}nav summary{display:list-item}nav a,nav summary{padding:10px 8px}main{padding:16px}section{padding:12px 16px}.fields>div{grid-template-columns:1fr}}
`);
