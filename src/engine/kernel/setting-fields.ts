import { plainLower, plainText, quoted } from "./cells";
import { cellText, type Field } from "./fields";
import { type Currency, exponentOf, parseCurrency, parseScaled, toDecimal } from "./money";

export type Minimums = Readonly<Record<string, number>>;

/** Where the deployed web app is found: Google's address, or the local host's. */
export const pageAddressField: Field<string> = {
  kind: "text",
  parse: (cell) => {
    const text = plainText(cellText(cell));
    const isPage =
      /^https:\/\/script\.google\.com\/\S+\/exec$/.test(text) ||
      /^http:\/\/(?:127\.0\.0\.1|localhost):\d+\/exec$/.test(text);
    if (isPage) return { ok: true, value: text };
    const message = `${quoted(cell)} is not the address of a web app, such as https://script.google.com/macros/s/…/exec.`;
    return { ok: false, code: "SETTING_INVALID", message };
  },
  print: (value) => value,
};

/** The address of a team's own site, in which `{code}` stands for a partner's code. */
export const codeLinkField: Field<string> = {
  kind: "text",
  parse: (cell) => {
    const text = plainText(cellText(cell));
    if (/^https:\/\/[^\s/]+\S*\{code\}\S*$/.test(text)) return { ok: true, value: text };
    const message = `${quoted(cell)} is not a link such as https://shop.example/?code={code}, with {code} where the code goes.`;
    return { ok: false, code: "SETTING_INVALID", message };
  },
  print: (value) => value,
};

/** A color such as #1a73e8, in lower case. */
export const colorField: Field<string> = {
  kind: "text",
  parse: (cell) => {
    const text = plainLower(cellText(cell));
    if (/^#[0-9a-f]{6}$/.test(text)) return { ok: true, value: text };
    const message = `${quoted(cell)} is not a color such as #1a73e8.`;
    return { ok: false, code: "SETTING_INVALID", message };
  },
  print: (value) => value,
};

/** A locale such as de_DE or fr, as days and amounts can be written in it. */
export const localeField: Field<string> = {
  kind: "text",
  parse: (cell) => {
    const text = plainText(cellText(cell)).replace(/-/g, "_");
    const isLocale = /^[a-z]{2,3}(?:_[A-Za-z0-9]{2,8})*$/.test(text) && isKnown(text);
    if (isLocale) return { ok: true, value: text };
    const message = `${quoted(cell)} is not a locale such as de_DE, en_GB or fr.`;
    return { ok: false, code: "SETTING_INVALID", message };
  },
  print: (value) => value,
};

function isKnown(locale: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(locale.replace(/_/g, "-")).length > 0;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Minimum payouts such as "USD 50, EUR 40": minor units by currency. */
export const minimumsField: Field<Minimums> = {
  kind: "text",
  parse: (cell) => {
    const minimums: Record<string, number> = {};
    if (cellText(cell).trim().toLowerCase() === "none") return { ok: true, value: minimums };
    for (const part of String(cell).split(/[,;]/)) {
      const match = /^\s*([A-Za-z]{3})\s+(\d+(?:\.\d+)?)\s*$/.exec(part);
      const currency = match && parseCurrency(match[1] as string);
      const amount = currency && parseScaled(match?.[2] as string, exponentOf(currency));
      // Three decimals of two are thousands in half the world, and who names a currency twice means one of them (CELL-5).
      const digits = match?.[2]?.split(".")[1]?.length ?? 0;
      const isDoubtful = currency && (digits > exponentOf(currency) || currency in minimums);
      if (!currency || !amount?.ok || isDoubtful) {
        const message = `${quoted(cell)} is not a list such as “USD 50, EUR 40.50”, each currency once.`;
        return { ok: false, code: "SETTING_INVALID", message };
      }
      minimums[currency] = amount.value;
    }
    return { ok: true, value: minimums };
  },
  print: (value) =>
    Object.entries(value)
      .map(([code, amount]) => `${code} ${toDecimal({ amount, currency: code as Currency })}`)
      .join(", "),
};
