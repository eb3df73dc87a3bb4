/** The decimal mark of a spreadsheet's locale, such as "de_DE"; a point where it is unknown. */
export function decimalMarkOf(locale: string): "." | "," {
  try {
    const shown = (1.5).toLocaleString(locale.replace(/_/g, "-"));
    return shown.includes(",") ? "," : ".";
  } catch (error) {
    if (error instanceof RangeError) return ".";
    throw error;
  }
}
