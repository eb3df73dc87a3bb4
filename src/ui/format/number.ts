const markOf = (locale: string | undefined): string =>
  locale !== undefined && (1.5).toLocaleString(locale).includes(",") ? "," : ".";

/** A plain number as a field shows it: with the locale's decimal mark, without grouping. */
export const numberText = (value: number, locale: string | undefined): string =>
  String(value).replace(".", markOf(locale));

/** The number typed in the locale, grouped or not ("1.200,5" in German); undefined where it is not a number. */
export function numberOf(typed: string, locale: string | undefined): number | undefined {
  const mark = markOf(locale);
  const group = mark === "." ? "," : ".";
  const text = typed.replace(/\s/g, "");
  const shape = new RegExp(`^[+-]?(\\d+|\\d{1,3}(\\${group}\\d{3})+)(\\${mark}\\d+)?$`);
  return shape.test(text) ? Number(text.split(group).join("").replace(mark, ".")) : undefined;
}
