import fc from "fast-check";
import { type MailPart, mailContent } from "../../../src/engine/kernel/mail-document";
import { inkOn } from "../../../src/engine/kernel/page-look";

/** What people type into cells, and what would do harm as markup. */
const typed = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.constantFrom(
    "<script>alert(1)</script>",
    '"><img src=x onerror=y>',
    "</td></table><style>*{display:none}</style>",
    "url(https://elsewhere.example/a.png)",
    "&lt;b&gt; &amp; ' \"",
    "javascript:alert(1)",
    "first line\nsecond line",
  ),
);
const line = fc.record({ label: typed, remark: typed, amount: typed, isSum: fc.boolean() });
const part: fc.Arbitrary<MailPart> = fc.oneof(
  fc.record({ kind: fc.constant("text" as const), text: typed }),
  fc.record({ kind: fc.constant("section" as const), title: typed, lines: fc.array(line) }),
);
const head = fc.record({
  programName: typed,
  color: fc.option(fc.oneof(typed, fc.constantFrom("#1a73e8", "#000000", "#fff3a0"))),
  link: fc.option(
    typed.map((text) => `https://pages.example/exec?p=${encodeURIComponent(text.normalize())}`),
    { freq: 2 },
  ),
  greeting: fc.option(typed),
  footer: fc.option(typed),
  replyTo: fc.option(fc.constant("team@acme.example")),
});

const signs = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&amp;": "&" } as const;
/** The texts of HTML, as a reader shows them. */
const textsOf = (html: string): readonly string[] =>
  html
    .replace(/<br>/g, "\n")
    .split(/<[^>]*>/)
    .map((text) => text.replace(/&\w+;|&#39;/g, (sign) => signs[sign as keyof typeof signs]))
    .filter((text) => text !== "");
const squeezed = (texts: readonly string[]): string => texts.join("").replace(/\s/g, "");

describe("a mail to a partner (PARTNER-4)", () => {
  test("says the same as HTML and as plain text, whatever is typed", () => {
    fc.assert(
      fc.property(head, fc.array(part), (given, parts) => {
        const { html, text, subject, replyTo } = mailContent(given, "statement for 2026-01", parts);
        const inContent = parts.flatMap((each) =>
          each.kind === "text"
            ? [each.text]
            : [
                each.title,
                ...each.lines.flatMap(({ label, remark, amount }) => [label, remark, amount]),
              ],
        );
        const inParts = [...(given.greeting === null ? [] : [given.greeting]), ...inContent];
        for (const each of inParts) expect(text).toContain(each);
        const texts = textsOf(html);
        expect(squeezed(texts)).toContain(squeezed(inParts));
        // The team's own last lines, in both forms (PARTNER-8).
        expect(text.endsWith(given.footer ?? given.programName)).toBe(true);
        expect(squeezed(texts).endsWith(squeezed([given.footer ?? ""]))).toBe(true);
        expect(replyTo).toBe(given.replyTo);
        expect(texts.slice(0, 1)).toEqual(["Statement for 2026-01"]);
        if (given.link !== null)
          expect([text, texts.join("\n")].every((all) => all.includes(String(given.link)))).toBe(
            true,
          );
        expect(subject).not.toMatch(/[\r\n]/);
      }),
    );
  });

  test("has only elements and attributes that load nothing and do nothing", () => {
    const elements = "!DOCTYPE html head meta title body table tr td th h1 h2 p br span a".split(
      " ",
    );
    const attributes =
      "html lang charset name content role width cellpadding cellspacing style align valign scope href".split(
        " ",
      );
    fc.assert(
      fc.property(head, fc.array(part), (given, parts) => {
        const { html } = mailContent(given, "statement for 2026-01", parts);
        const used = { elements: new Set<string>(), attributes: new Set<string>() };
        for (const [tag] of html.matchAll(/<[^>]*>/g)) {
          const [name = "", ...own] = tag.replace(/"[^"]*"/g, "").match(/[!\w-]+/g) ?? [];
          used.elements.add(name);
          for (const each of own) used.attributes.add(each);
        }
        expect([...used.elements].filter((each) => !elements.includes(each))).toEqual([]);
        expect([...used.attributes].filter((each) => !attributes.includes(each))).toEqual([]);
        const styles = [...html.matchAll(/style="([^"]*)"/g)].map(([, style]) => style).join();
        expect(styles).not.toMatch(/url|expression|import|[<>\\]/i);
        const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, link = ""]) => link);
        expect(links).toHaveLength(given.link === null ? 0 : 1);
        for (const link of links) expect(link).toMatch(/^https:\/\/pages\.example\/exec\?p=/);
      }),
    );
  });

  test("is read well on any color of the program", () => {
    const light = (color: string): number =>
      [0.2126, 0.7152, 0.0722].reduce((sum, share, i) => {
        const part = Number.parseInt(color.slice(1 + 2 * i, 3 + 2 * i), 16) / 255;
        return sum + share * (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
      }, 0);
    fc.assert(
      fc.property(fc.nat(0xffffff), (n) => {
        const color = `#${n.toString(16).padStart(6, "0")}`;
        const [a, b] = [light(color), light(inkOn(color))];
        expect((Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)).toBeGreaterThan(4.5);
      }),
    );
  });
});
