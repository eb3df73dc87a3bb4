import { look } from "../../engine/kernel/page-look";

/** How the partners' pages look, light and dark, on a phone and on a desk; `color` is the program's. */
export const pageStyle = (color: string): string =>
  `<style>
:root{color-scheme:light dark;--ink:${look.ink};--soft:${look.soft};--line:${look.line};--paper:${look.paper};--ground:${look.ground};--brand:${color}}
@media (prefers-color-scheme:dark){:root{--ink:#e6e8ea;--soft:#a5adb5;--line:#3a4147;--paper:#22272b;--ground:#16191c}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif}
header{border-top:6px solid var(--brand)}
header,main,footer{max-width:44rem;margin:0 auto;padding:1rem}
h1{font-size:1.5rem;line-height:1.25;margin:.25rem 0}
h2{font-size:1.1rem;margin:0 0 .5rem}
p{margin:.25rem 0}
.soft{color:var(--soft);font-size:.9rem}
section{background:var(--paper);border:1px solid var(--line);border-radius:10px;padding:1rem;margin:0 0 1rem}
.sums{display:flex;flex-wrap:wrap;gap:1rem 2rem}
.sum b{display:block;font-size:1.6rem;line-height:1.3;font-variant-numeric:tabular-nums}
ul{list-style:none;margin:0;padding:0}
li{border-top:1px solid var(--line);padding:.6rem 0;display:grid;grid-template-columns:1fr auto;gap:0 1rem}
li:first-child{border-top:0}
li>:nth-child(1){overflow-wrap:anywhere}
li>:nth-child(2){text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
li>.soft{grid-column:1/-1;overflow-wrap:anywhere}
.off{text-decoration:line-through;color:var(--soft)}
details{margin-top:.75rem}
summary{cursor:pointer;font-weight:600;padding:.5rem 0}
:focus-visible{outline:2px solid var(--brand);outline-offset:2px}
</style>`.replace(/\n/g, "");
