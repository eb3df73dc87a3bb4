/**
 * The locale for Intl from a spreadsheet's spelling ("en_US", "de", "sr_RS@latin"), or undefined where it is unknown:
 * then amounts and days are shown in a form that nobody can misread.
 */
export function localeOf(spelled: string | null | undefined): string | undefined {
  const tag = (spelled ?? "").split("@")[0]?.replace(/_/g, "-") ?? "";
  if (tag === "") return undefined;
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}
