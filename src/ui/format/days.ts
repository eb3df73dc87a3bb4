const inLocale = (
  iso: string,
  locale: string | undefined,
  options: Intl.DateTimeFormatOptions,
): string => {
  const date = new Date(`${iso}T00:00:00Z`);
  if (locale === undefined || Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(date);
};

/** A civil day in the locale: "15 Jan 2026" or as usual there; without a locale "2026-01-15". */
export const dayText = (day: string, locale: string | undefined): string =>
  inLocale(day, locale, { day: "numeric", month: "short", year: "numeric" });

/** A civil month in the locale: "January 2026"; without a locale "2026-01". */
export const monthText = (month: string, locale: string | undefined): string =>
  locale === undefined
    ? month
    : inLocale(`${month}-01`, locale, { month: "long", year: "numeric" });

/** A civil month where space is short: "Jan 2026". */
export const shortMonthText = (month: string, locale: string | undefined): string =>
  locale === undefined
    ? month
    : inLocale(`${month}-01`, locale, { month: "short", year: "numeric" });

/** Clock text "06:12:40" without its seconds. */
export const clockText = (time: string): string => time.slice(0, 5);
