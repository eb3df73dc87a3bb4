import { stripComments } from "../../../host/services/html/strip-comments";
import { openHost, withProgram } from "../../support/host";
import { runScript } from "./run-script";

const withPages = (body: string, pages: Readonly<Record<string, string>>): Promise<unknown> =>
  withProgram({ "Code.js": `function main() { ${body} }`, ...pages }, async (dist) => {
    const host = await openHost({ dist });
    return (await host.call("main")).result;
  });

describe("HtmlService", () => {
  it("reads a page of the program, and none that is missing", async () => {
    const pages = { "side.html": "<p>Hello</p>" };
    expect(
      await withPages('return HtmlService.createHtmlOutputFromFile("side").getContent();', pages),
    ).toBe("<p>Hello</p>");
    await expect(
      withPages('return HtmlService.createHtmlOutputFromFile("top");', pages),
    ).rejects.toThrow("No HTML file named top was found.");
  });

  it("evaluates a template with the properties put on it and the program's functions", async () => {
    expect(
      await withPages(
        `const t = HtmlService.createTemplateFromFile("list");
         t.names = ["Ada & Bob", "<i>"];
         return t.evaluate().setTitle("List").getContent(); } function loud(s) { return s.toUpperCase();`,
        { "list.html": "<? names.forEach(n => { ?><b><?= loud(n) ?></b><?!= n.length ?><? }) ?>" },
      ),
    ).toBe("<b>ADA &amp; BOB</b>9<b>&lt;I&gt;</b>3");
  });

  it("escapes within an inline script as a script needs it", async () => {
    expect(
      await runScript(
        `const t = HtmlService.createTemplate("<script>var a = '<?= value ?>';<" + "/script>");
         t.value = "it's </script>";
         return t.evaluate().getContent();`,
      ),
    ).toBe("<script>var a = 'it\\u0027s \\u003c/script\\u003e';</script>");
  });

  it.each(["<p", "<!-- open", "<script>let a = 1;", '<a href="x>'])(
    "refuses the malformed %s",
    async (html) => {
      await expect(
        runScript(`return HtmlService.createHtmlOutput(${JSON.stringify(html)});`),
      ).rejects.toThrow("Malformed HTML content");
    },
  );

  it("accepts the meta tags on the list and no other", async () => {
    expect(
      await runScript(
        'return HtmlService.createHtmlOutput("x").addMetaTag("viewport", "width=device-width").getMetaTags()[0].getName();',
      ),
    ).toBe("viewport");
    await expect(
      runScript('HtmlService.createHtmlOutput("x").addMetaTag("description", "y");'),
    ).rejects.toThrow("The specified meta tag cannot be used in this context.");
  });

  it("says of what it lacks that the local host lacks it", async () => {
    await expect(runScript("HtmlService.getUserAgent();")).rejects.toThrow(
      "not in the local host: HtmlService.getUserAgent",
    );
  });
});

describe("a page as HtmlService serves it", () => {
  const served = (code: string) => stripComments(`<script>${code}</script>`);

  it("has lost what looks like a comment within template literals", () => {
    expect(served("a = `c /* d */ e`; b = 1;")).toBe("<script>a = `c  e`; b = 1;</script>");
  });

  it("has lost the end of the line, closing quote and all, after two slashes there", () => {
    expect(served("a = `https://x.org`;\nb = 1;")).toBe("<script>a = `https:\nb = 1;</script>");
  });

  it("keeps real comments, other strings, and what is outside of inline scripts", () => {
    const inner = "$" + "{d('//')}";
    const code = `a = 'https://x'; // \`one\nb = "/* two */"; /* \` */ c = \`${inner} ok\`;`;
    expect(served(code)).toBe(`<script>${code}</script>`);
    expect(stripComments("<p>`https://x`</p>")).toBe("<p>`https://x`</p>");
  });
});
