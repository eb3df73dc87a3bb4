import type { Column } from "../../engine/tables/table";

/** A column's number format; "" leaves it as it is. `digits`: the decimals of an amount's currency. */
export function formatOf({ field, filledBy }: Column<unknown>, digits = 2): string {
  switch (field.kind) {
    case "text":
    case "long text":
    case "key":
    case "percent":
    case "currency":
    case "month":
    case "word":
    case "yes/no":
    case "e-mail":
    case "packed":
      return "@";
    case "day":
      return "yyyy-mm-dd";
    case "moment":
      return filledBy === "program" ? "yyyy-mm-dd hh:mm:ss" : "yyyy-mm-dd";
    case "amount":
      return amountFormat(digits);
    case "integer":
      return "0";
    case "number":
      return "";
    default:
      return field.kind satisfies never;
  }
}

/** The number format of an amount with this many decimals. */
export const amountFormat = (digits: number): string =>
  digits === 0 ? "#,##0" : `#,##0.${"0".repeat(digits)}`;
