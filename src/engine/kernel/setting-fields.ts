import { plainLower, plainText, quoted } from "./cells";
import { fail, ok } from "./field";
import { cellText, type Field } from "./fields";
import { tagOf } from "./locale-tag";
import { type Currency, exponentOf, parseCurrency, parseScaled, toDecimal } from "./money";

export type Minimums = Readonly<Record<string, number>>;

/** A text of one form; `what` says which, as the end of a sentence. */
const textLike = (
  read: (text: string) => string,
  isSound: (text: string) => boolean,
  what: string,
): Field<string> => ({
  kind: "text",
  parse: (cell) => {
    const text = read(cellText(cell));
    return isSound(text) ? ok(text) : fail("SETTING_INVALID", `${quoted(cell)} is not ${what}.`);
  },
  print: (value) => value,
});

/** Where the deployed web app is found: Google's address, or the local host's. */
export const pageAddressField = textLike(
  plainText,
  (text) =>
    /^https:\/\/script\.google\.com\/\S+\/exec$/.test(text) ||
    /^http:\/\/(?:127\.0\.0\.1|localhost):\d+\/exec$/.test(text),
  "the address of a web app, such as https://script.google.com/macros/s/…/exec",
);

/** The address of a team's own site, in which `{code}` stands for a partner's code. */
export const codeLinkField = textLike(
  plainText,
  (text) => /^https:\/\/[^\s/]+\S*\{code\}\S*$/.test(text),
  "a link such as https://shop.example/?code={code}, with {code} where the code goes",
);

/** A color such as #1a73e8, in lower case. */
export const colorField = textLike(
  plainLower,
  (text) => /^#[0-9a-f]{6}$/.test(text),
  "a color such as #1a73e8",
);

/** A locale such as de_DE or fr, as days and amounts can be written in it. */
export const localeField = textLike(
  (text) => plainText(text).replace(/-/g, "_"),
  (text) => /^[a-z]{2,3}(?:_[A-Za-z0-9]{2,8})*$/.test(text) && tagOf(text) !== undefined,
  "a locale such as de_DE, en_GB or fr",
);

/** Minimum payouts such as "USD 50, EUR 40": minor units by currency. */
export const minimumsField: Field<Minimums> = {
  kind: "text",
  parse: (cell) => {
    const minimums: Record<string, number> = {};
    if (cellText(cell).trim().toLowerCase() === "none") return ok(minimums);
    for (const part of String(cell).split(/[,;]/)) {
      const match = /^\s*([A-Za-z]{3})\s+(\d+(?:\.\d+)?)\s*$/.exec(part);
      const currency = match && parseCurrency(match[1] as string);
      const amount = currency && parseScaled(match?.[2] as string, exponentOf(currency));
      // Three decimals of two are thousands in half the world, and who names a currency twice means one of them (CELL-5).
      const digits = match?.[2]?.split(".")[1]?.length ?? 0;
      const isDoubtful = currency && (digits > exponentOf(currency) || currency in minimums);
      if (!currency || !amount?.ok || isDoubtful) {
        const message = `${quoted(cell)} is not a list such as “USD 50, EUR 40.50”, each currency once.`;
        return fail("SETTING_INVALID", message);
      }
      minimums[currency] = amount.value;
    }
    return ok(minimums);
  },
  print: (value) =>
    Object.entries(value)
      .map(([code, amount]) => `${code} ${toDecimal({ amount, currency: code as Currency })}`)
      .join(", "),
};
