import type { Frame } from "playwright-core";
import { closeBrowser, type OpenSidebar, openSidebar } from "./open-sidebar";

afterAll(closeBrowser);

const utf16 = (text: string) =>
  Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
/** 30,000 lines in the long mode (IMPORT_LINES=30000). */
const LINES = Number(process.env.IMPORT_LINES ?? 2_000);
const many = Array.from(
  { length: LINES },
  (_, n) =>
    `o${n},buyer${n % 900}@shop.example,2026-03-${String(1 + (n % 28)).padStart(2, "0")},${1 + (n % 90)}.50,EUR`,
);
const files: readonly (readonly [name: string, bytes: Buffer, seen: readonly string[]])[] = [
  [
    "bank.csv",
    Buffer.from(
      [
        "Konto 4711;Zeitraum 01.02.2026 - 28.02.2026",
        "",
        "Buchungsdatum;Auftraggeber;Verwendungszweck;Betrag;Währung",
        "10.02.2026;Hafen GmbH;Rechnung 1001;1.427,25;EUR",
        "11.02.2026;Ahorn KG;Rechnung 1002;99,00;EUR",
        "Endsaldo;;;1.526,25;EUR",
        "Erstellt am 01.03.2026",
      ].join("\r\n"),
      "latin1",
    ),
    ["2 new sales"],
  ],
  [
    "semi.csv",
    Buffer.from(
      "Bestellnummer;Kunde;Datum;Summe\n1;Ada;01.02.2026;12,50\n2;Bo;02.02.2026;1.200,00\n",
    ),
    ["2 new sales"],
  ],
  [
    "utf16.csv",
    utf16(
      "Order\tE-mail\tDate\tTotal\n1\tada@example.com\t2026-02-01\t12.50\n2\tzoë@example.com\t2026-02-02\t7\n",
    ),
    ["2 new sales"],
  ],
  [
    "two-heads.csv",
    Buffer.from(
      "Order,Customer,Date,Total,Status\n(number),(e-mail),(UTC),(EUR),\n1,ada@example.com,2026-02-01 23:30:00,12.50,paid\n2,bo@example.com,2026-02-02 10:00:00,7.00,failed\n",
    ),
    ["1 new sale", "1 line left out"],
  ],
  [
    "many.csv",
    Buffer.from(["Order ID,Email,Date,Total,Currency", ...many].join("\n")),
    [`${LINES.toLocaleString("en")} new sales`],
  ],
];

it("reads a bank export, semicolons, UTF-16, two header rows and a long file", async () => {
  const open: OpenSidebar = await openSidebar({
    rows: { Partners: [{ Key: "ada", Name: "Ada" }], Customers: [], Triggers: [] },
  });
  await open.go("Record");
  await open.frame.getByRole("button", { name: "Import a file of sales" }).click();
  const wide: Frame = await open.wide();
  for (const [name, buffer, seen] of files) {
    await wide.getByLabel("File of sales").setInputFiles({ name, mimeType: "text/csv", buffer });
    await wide.getByRole("heading", { level: 1, name: "What the columns are" }).waitFor();
    await wide.getByRole("button", { name: "See what it becomes" }).click();
    for (const text of seen) await wide.getByText(text).first().waitFor();
    await wide.getByRole("button", { name: "Columns and questions" }).click();
    await wide.getByRole("button", { name: "Another file" }).click();
  }
  expect(open.complaints).toEqual([]);
  await open.close();
}, 120_000);
