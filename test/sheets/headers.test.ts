import { tables } from "../../src/engine/tables";
import { lookUpColumns } from "../../src/sheets/workbook/columns";

test.each(["Created\non", "Created\u00a0on", " created  ON", "\u200bCreated on\ufeff"])(
  "a header typed as %j is found, and a team's own is named by what shows (CELL-4)",
  (header) => {
    const { customers } = tables;
    const headers = Object.values(customers.columns).map((column) =>
      column.header === "Created on" ? header : column.header,
    );
    const { byId, own } = lookUpColumns(customers, [...headers, "Plan\n(yearly)"]);

    expect(byId.get("createdOn")).toBe(headers.indexOf(header));
    expect(own).toEqual([["Plan (yearly)", headers.length]]);
  },
);
