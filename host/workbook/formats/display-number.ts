import type { LocaleRules } from "./locale-rules";

/** A number under one section of a number format ("" = automatic, "#,##0.00", "0%", "0.00E+00"). */
export function displayNumber(value: number, section: string, rules: LocaleRules): string {
  const format = section
    .replace(/\[(?!\$)[^\]]*\]|_.|\*./g, "")
    .replace(/\[\$([^\]-]*)[^\]]*\]/g, '"$1"');
  if (format === "" || /^(general|@)$/i.test(format)) return automatic(value, rules);
  const parts =
    format.match(/"[^"]*"|\\.|[#0?](?:[#0?.,]*[#0?.,])?(?:E[+-]0+)?|[^"\\#0?]+/gi) ?? [];
  const percents = parts.filter((part) => part.includes("%") && !part.startsWith('"')).length;
  const scaled = Math.abs(value) * 100 ** percents;
  let placed = false;
  const shown = parts.map((part) => {
    if (part.startsWith('"')) return part.slice(1, -1);
    if (part.startsWith("\\")) return part.slice(1);
    if (!/^[#0?]/.test(part)) return part.replace(/@/g, () => automatic(Math.abs(value), rules));
    if (placed) return "";
    placed = true;
    return /E/i.test(part) ? scientific(scaled, part, rules) : digits(scaled, part, rules);
  });
  const text = shown.join("");
  return value < 0 && /[1-9]/.test(text) ? `-${text}` : text;
}

/** The automatic format: up to ten decimals, an exponent from 1E+15 on. */
function automatic(value: number, rules: LocaleRules): string {
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e15 || size < 1e-9)) {
    const [mantissa = "", exponent = ""] = value.toExponential(5).split("e");
    const short = mantissa.replace(/\.?0+$/, "").replace(".", rules.decimal);
    return `${short}E${exponent.replace(/^([+-])(\d)$/, "$10$2")}`;
  }
  const rounded = Number(Number(value.toPrecision(15)).toFixed(10));
  return rounded === 0 ? "0" : plain(rounded).replace(".", rules.decimal);
}

function plain(value: number): string {
  const text = String(value);
  return text.includes("e") ? value.toFixed(10).replace(/\.?0+$/, "") : text;
}

function digits(value: number, mask: string, rules: LocaleRules): string {
  const trailing = /,*$/.exec(mask)?.[0].length ?? 0;
  const [whole = "", fraction = ""] = mask.slice(0, mask.length - trailing).split(".");
  const least = (fraction.match(/0/g) ?? []).length;
  const rounded = halfUp(value / 1000 ** trailing, fraction.replace(/,/g, "").length);
  const [wholeDigits = "", fractionDigits = ""] = rounded.split(".");
  let keep = fractionDigits.length;
  while (keep > least && fractionDigits[keep - 1] === "0") keep -= 1;
  const leastWhole = (whole.match(/0/g) ?? []).length;
  const bare = wholeDigits === "0" ? "" : wholeDigits;
  const padded = bare.padStart(leastWhole, "0");
  const grouped = whole.includes(",") ? padded.replace(/\B(?=(\d{3})+$)/g, rules.group) : padded;
  return keep === 0 ? grouped : `${grouped}${rules.decimal}${fractionDigits.slice(0, keep)}`;
}

/** Rounds half away from zero on the decimal digits a person sees (1.005 is 1.01). */
function halfUp(value: number, decimals: number): string {
  if (value >= 1e21) return plain(value);
  const shifted = Number(`${Number(value.toPrecision(15))}e${decimals}`);
  return Number.isFinite(shifted) && shifted < 1e21
    ? (Math.round(shifted) / 10 ** decimals).toFixed(decimals)
    : value.toFixed(decimals);
}

function scientific(value: number, mask: string, rules: LocaleRules): string {
  const [number = "", power = ""] = mask.split(/E[+-]/i);
  const decimals = (number.split(".")[1] ?? "").length;
  const [mantissa = "", exponent = "+0"] = value.toExponential(decimals).split("e");
  return `${mantissa.replace(".", rules.decimal)}E${exponent[0]}${exponent.slice(1).padStart(power.length, "0")}`;
}
