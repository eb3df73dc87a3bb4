import { saidText } from "../../src/ui/format/said";

/** Intl separates with narrow and no-break spaces; a reader sees spaces. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

describe("a sentence of the engine", () => {
  test.each([
    [
      "the partner would earn 1200.00 USD on 2026-02-28, on the invoice of 2026-02.",
      "en-US",
      "the partner would earn $1,200.00 on Feb 28, 2026, on the invoice of February 2026.",
    ],
    ["1 reward added to inv_2026-02_USD.", "en-US", "1 reward added to February 2026 · USD."],
    [
      "Paid 41 payouts of invoice 2026-10 USD",
      "en-US",
      "Paid 41 payouts of invoice October 2026 USD",
    ],
    ["“Pro” granted 3000 JPY.", "en-US", "“Pro” granted ¥3,000."],
    ["-20.00 EUR proposed", "de-DE", "-20,00 € proposed"],
    ["1.66 USD to 1.67 USD", "en-US", "$1.66 to $1.67"],
    ["due 2026-03-31: 0.093 KWD", "de-DE", "due 31. März 2026: 0,093 KWD"],
  ])("%p is written in %s as people there write it", (sentence, locale, written) => {
    expect(plain(saidText(sentence, locale))).toBe(written);
  });

  test.each([
    "“drip_inv_2026-02_USD#1” is final.",
    "“A-2026-02-01” has no customer.",
    "payouts-2026-10-USD.csv",
    "“2026-02-31x” is not a date; “2026-13” is no month.",
    "12 months, 3 of 12, 20 % of the sale",
    "a UUID 3f2504e0-4f89-11d3-9a0c-0305e82c3301",
  ])("%p stays as it is, since what looks so is a part of a name", (sentence) => {
    expect(saidText(sentence, "en-US")).toBe(sentence);
  });

  test("without a known locale nothing changes", () => {
    const sentence = "20.00 USD on 2026-02-28";
    expect(saidText(sentence, undefined)).toBe(sentence);
  });
});
