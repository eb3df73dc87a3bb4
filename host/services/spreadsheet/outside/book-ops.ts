import type { Op } from "../../../realm/outside-service";
import { requireScope } from "../../../realm/require-scope";
import { isZone, rangeOf, ServiceError } from "../../../workbook";
import { activePlace, corner } from "./active-place";
import { rectOf, type Scope } from "./scope";

/** The workbook as a whole: names, time zone, named ranges, selection. */
export const bookOps = ({ book, execution, host, sheet }: Scope): Readonly<Record<string, Op>> => {
  const active = activePlace(host);
  const activeId = (): number => {
    if (!book.sheets.some(({ id }) => id === active.sheetId)) {
      Object.assign(active, { sheetId: book.sheets[0]?.id ?? 0, rect: corner });
    }
    return active.sheetId;
  };
  const named = (name: unknown) => book.namedRanges.find((each) => each.name === name);
  return {
    "book.allow": () =>
      requireScope(
        host,
        "SpreadsheetApp.getActiveSpreadsheet",
        "spreadsheets.currentonly",
        "spreadsheets",
      ) as undefined,
    "book.id": () => book.id,
    "book.name": () => book.name,
    "book.rename": (name) => {
      book.name = String(name);
      return undefined;
    },
    "book.locale": () => book.locale,
    "book.setLocale": (locale) => {
      book.locale = String(locale);
      return undefined;
    },
    "book.timeZone": () => book.timeZone,
    "book.setTimeZone": (zone) => {
      if (!isZone(String(zone))) throw new ServiceError(`Invalid time zone: ${String(zone)}`);
      execution.flush();
      book.timeZone = String(zone);
      return undefined;
    },
    "book.user": () => host.user,
    "book.owner": () => host.owner,
    "book.flush": () => {
      execution.flush();
      return undefined;
    },
    "book.range": (home, text) => {
      const found = rangeOf(book, sheet(home === null ? activeId() : home), String(text));
      if (found === null) return null;
      const { row, column, rows, columns } = found.rect;
      return [found.sheet.id, row, column, rows, columns];
    },
    "active.sheet": () => activeId(),
    "active.range": () => {
      const { row, column, rows, columns } = active.rect;
      return [activeId(), row, column, rows, columns];
    },
    "active.set": (...args) => {
      const byScript = active.byScript + 1;
      Object.assign(active, { sheetId: sheet(args[0]).id, rect: rectOf(args), byScript });
      return undefined;
    },
    "names.all": () => book.namedRanges.map(({ name }) => name),
    "names.range": (name) => {
      const found = named(name);
      if (found === undefined) return null;
      const { row, column, rows, columns } = found.rect;
      return [found.sheetId, row, column, rows, columns];
    },
    "names.set": (...args) => {
      const name = String(args[5]);
      const place = { sheetId: sheet(args[0]).id, rect: rectOf(args) };
      const known = named(name);
      if (known === undefined) book.namedRanges.push({ name, ...place });
      else Object.assign(known, place);
      book.version += 1;
      return undefined;
    },
    "names.rename": (from, to) => {
      const found = named(from);
      if (found === undefined) throw new ServiceError(`Named range ${String(from)} not found`);
      found.name = String(to);
      return undefined;
    },
    "names.remove": (name) => {
      if (named(name) === undefined)
        throw new ServiceError(`Named range ${String(name)} not found`);
      book.namedRanges = book.namedRanges.filter((each) => each.name !== name);
      book.version += 1;
      return undefined;
    },
  };
};
