import { inflateRawSync } from "node:zlib";

/** The script of a built sidebar, as its loader unpacks it (docs/adr/0007). */
export function sidebarScript(html: string): string {
  const packed = /atob\("([\w+=]+)"/.exec(html)?.[1];
  if (packed === undefined) throw new Error("There is no packed script in the sidebar.");
  return inflateRawSync(Buffer.from(packed.replaceAll("_", "/"), "base64")).toString("utf8");
}
