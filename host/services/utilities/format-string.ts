import { exception } from "../../realm/inside/exception";

const placeholder = /%(?:%|([-+ 0,]*)(\d+)?(?:\.(\d+))?([a-zA-Z]))/g;

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ",");

const numberText = (value: unknown, flags: string, precision: number | undefined, kind: string) => {
  const number = Number(value);
  const size = Math.abs(number);
  const bare =
    kind === "f"
      ? size.toFixed(precision ?? 6)
      : kind === "e"
        ? size.toExponential(precision ?? 6)
        : kind === "x"
          ? Math.trunc(size).toString(16)
          : kind === "o"
            ? Math.trunc(size).toString(8)
            : Math.trunc(size).toString();
  const [whole = "", rest] = bare.split(".");
  const text = flags.includes(",") ? grouped(whole) : whole;
  const sign = number < 0 ? "-" : flags.includes("+") ? "+" : flags.includes(" ") ? " " : "";
  return `${sign}${text}${rest === undefined ? "" : `.${rest}`}`;
};

const widened = (text: string, flags: string, width: number, numeric: boolean): string => {
  if (flags.includes("-")) return text.padEnd(width);
  if (!flags.includes("0") || !numeric) return text.padStart(width);
  const sign = /^[+ -]/.test(text) ? text.slice(0, 1) : "";
  return sign + text.slice(sign.length).padStart(width - sign.length, "0");
};

/** Utilities.formatString: %s %d %i %f %e %x %o %c %b and %%, with flags, width and precision. */
export const formatString = (template: string, values: readonly unknown[]): string => {
  let used = 0;
  return template.replace(
    placeholder,
    (whole: string, flags = "", width?: string, precision?: string, letter?: string) => {
      if (letter === undefined) return "%";
      if (used >= values.length) throw exception(`Format specifier '${whole}'`);
      const value = values[used++];
      const kind = letter.toLowerCase();
      const digits = precision === undefined ? undefined : Number(precision);
      if (!"sdifexocb".includes(kind)) throw exception(`Unknown format conversion '${letter}'`);
      const numeric = "difexo".includes(kind);
      const text = numeric
        ? numberText(value, flags, digits, kind)
        : String(value).slice(0, digits);
      const cased = letter === kind ? text : text.toUpperCase();
      return widened(cased, flags, Number(width ?? 0), numeric);
    },
  );
};
