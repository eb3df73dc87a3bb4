import { copyFileSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { framesScript } from "./frames-script";

const root = join(__dirname, "../../..");

/** A folder with the local page's client as the tests of the sidebar need it: frames and no grid. */
export function pageOfFrames(): string {
  const folder = mkdtempSync(join(tmpdir(), "frames-"));
  const script = '<!doctype html><script type="module" src="/page.js"></script>';
  const files = { "index.html": script, "page.js": framesScript, "icon.svg": "<svg/>" };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  copyFileSync(join(root, "build/page/frame.js"), join(folder, "frame.js"));
  return folder;
}
