import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sidebarScript } from "../support/sidebar-script";

const root = join(__dirname, "../..");
const outdir = mkdtempSync(join(tmpdir(), "sidebar-"));
execFileSync(process.execPath, [join(root, "scripts/build-sidebar.mjs"), outdir]);
const html = readFileSync(join(outdir, "sidebar.html"), "utf8");
const loader = /<script>([\s\S]*)<\/script>/.exec(html)?.[1] ?? "";
const script = sidebarScript(html);

afterAll(() => rmSync(outdir, { recursive: true }));

describe("the sidebar's one file", () => {
  test("is at most 130 kB", () => {
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(130_000);
  });

  test("loads nothing from elsewhere", () => {
    expect(html).not.toMatch(/<(script|link|img|iframe)[^>]+(src|href)=/);
    expect(html).not.toMatch(/@import|url\(/);
  });

  test("has no template literal in its script, since HtmlService strips comments inside them", () => {
    expect(script.length).toBeGreaterThan(10_000);
    expect(script + loader).not.toContain("`");
  });

  test("has nothing in its script that ends or confuses it for a reader of HTML", () => {
    expect(script + loader).not.toMatch(/<\/script|<!--|<script/i);
  });

  test("has nothing in what it packed that could be read as a comment", () => {
    expect(loader).not.toMatch(/\/\/|\/\*/);
  });

  test("has a single place for the spreadsheet's locale", () => {
    expect(html.split('data-locale=""')).toHaveLength(2);
  });

  test("draws its forms from the inputs that the server checks", () => {
    expect(script).toContain("Blank means today.");
    expect(script).toContain("missed reward");
  });
});
