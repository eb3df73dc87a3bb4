/** How a spreadsheet's locale, such as "de_DE", writes 1234567.8; as in English where it is unknown. */
export function millionOf(locale: string): string {
  try {
    return (1_234_567.8).toLocaleString(locale.replace(/_/g, "-"));
  } catch (error) {
    if (error instanceof RangeError) return "1,234,567.8";
    throw error;
  }
}

/** The decimal mark in a number that a locale wrote. */
export const decimalMarkIn = (million: string): "." | "," =>
  million.slice(-2, -1) === "," ? "," : ".";
