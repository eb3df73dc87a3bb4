import type { Driver } from "../../driver/driver";

/** Words moments for the page's lists, "2 Mar 2026, 09:00", in the program's time zone. */
export function momentWriter(host: Driver): (moment: Date | number) => string {
  const { format } = new Intl.DateTimeFormat("en-GB", {
    timeZone: host.workbook.timeZone,
    dateStyle: "medium",
    timeStyle: "short",
  });
  return format;
}
