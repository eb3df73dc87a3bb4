/** The tag for Intl of a spreadsheet's locale, such as "de_DE"; undefined where this script's server knows none. */
export function tagOf(locale: string): string | undefined {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(locale.replace(/_/g, "-"))[0];
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
