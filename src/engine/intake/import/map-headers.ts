/** What the columns of other tools' exports are called, by our column; compared without case, blanks and marks. */
const names = {
  key: [
    "key",
    "id",
    "transactionid",
    "transactionkey",
    "transaction",
    "orderid",
    "order",
    "ordernumber",
    "invoiceid",
    "chargeid",
    "reference",
  ],
  customer: [
    "customer",
    "customerkey",
    "customerid",
    "customeremail",
    "client",
    "clientid",
    "email",
    "buyer",
    "account",
    "accountid",
  ],
  date: [
    "date",
    "createdat",
    "created",
    "createdon",
    "transactiondate",
    "orderdate",
    "paidat",
    "paidon",
    "day",
    "timestamp",
  ],
  amount: [
    "amount",
    "total",
    "price",
    "value",
    "grossamount",
    "gross",
    "revenue",
    "sum",
    "paid",
    "amountpaid",
  ],
  currency: ["currency", "currencycode", "cur"],
  product: ["product", "productname", "productkey", "item", "plan", "sku"],
  category: ["category", "categorykey", "producttype", "type"],
  refundOf: ["refundof", "refundedtransaction", "originaltransaction", "parentid"],
  status: ["status", "state"],
  partner: [
    "partner",
    "partnerkey",
    "partnerid",
    "affiliate",
    "affiliateid",
    "referrer",
    "referredby",
  ],
} as const;

export type ImportColumn = keyof typeof names;
/** Each column of the file: one of ours, or the header it keeps as a column of the team's own. */
export type Mapping = readonly (
  | { readonly kind: "ours"; readonly column: ImportColumn; readonly header: string }
  | { readonly kind: "own"; readonly header: string }
)[];

const plain = (header: string): string => header.toLowerCase().replace(/[^a-z0-9]/g, "");

/** Finds our columns among a file's headers; the better name wins, each of ours is taken once. */
export function mapHeaders(headers: readonly string[]): Mapping {
  const taken = new Map<number, ImportColumn>();
  for (const column of Object.keys(names) as ImportColumn[]) {
    const ranked = headers
      .map((header, at) => ({ at, rank: names[column].indexOf(plain(header) as never) }))
      .filter(({ at, rank }) => rank >= 0 && !taken.has(at))
      .sort((a, b) => a.rank - b.rank);
    if (ranked[0]) taken.set(ranked[0].at, column);
  }
  return headers.map((header, at) => {
    const column = taken.get(at);
    return column ? { kind: "ours", column, header } : { kind: "own", header };
  });
}
