/** A fault that is planted in the program: a place in its source, which stands there once, and what stands there instead. */
export interface Plant {
  /** Below src. */
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** What comes oftener in these lives than in others, since it is about that. */
  readonly often?: "error values";
  /** The ledger notices it within so many lives of a year; one where nothing is said. */
  readonly lives?: number;
}

/** Ways in which the program could make, lose or double money, or not explain it, by what each of them does. */
export const plants: Readonly<Record<string, Plant>> = {
  "a limit is not applied": {
    file: "engine/rewards/limits.ts",
    from: "  const { left, limit, per } = tightest;\n",
    to: "  const { limit, per } = tightest;\n  const left = 1e9;\n",
  },
  "a refund counts twice": {
    file: "engine/sales/net-of-refunds.ts",
    from: "(kept, refund) => kept - refund.amount",
    to: "(kept, refund) => kept - 2 * refund.amount",
    lives: 3,
  },
  "a refund takes back twice of what was earned": {
    file: "engine/rewards/settle.ts",
    from: "const given = sumOf(back);",
    to: "const given = 2 * sumOf(back);",
  },
  "an archived refund counts": {
    file: "engine/sales/refund-row.ts",
    from: 'if (refund.status === "archived" || refundProblem',
    to: "if (refundProblem",
  },
  "an occurrence is made twice": {
    file: "engine/drips/release.ts",
    from: "  const empty = reward ?",
    to: '  if (reward) work.insert("rewards", { ...reward, key: (rewardKey + "b") as never });\n  const empty = reward ?',
  },
  "an occurrence is made after the end": {
    file: "engine/drips/release.ts",
    from: "if (drip.endsOn !== null && due > drip.endsOn) return undefined;",
    to: "",
  },
  "an occurrence is made in a pause": {
    file: "engine/drips/release.ts",
    from: "return drip.pausedOn !== null && due >= drip.pausedOn ? undefined : { k, due };",
    to: "return { k, due };",
  },
  "what falls due is a day early": {
    file: "engine/drips/occurrences.ts",
    from: "      terms.eventDate,\n",
    to: "      addDays(terms.eventDate, -1),\n",
  },
  "a part of a total is the first one each time": {
    file: "engine/kernel/money.ts",
    from: "scale(total, k, n, rounding) - scale(total, k - 1, n, rounding)",
    to: "scale(total, 1, n, rounding)",
  },
  "a percent is rounded up": {
    file: "engine/kernel/money.ts",
    from: "return scale(amount, percent, HUNDRED_PERCENT, rounding);",
    to: "return Math.ceil((amount * percent) / HUNDRED_PERCENT);",
  },
  "a payout leaves out a line of its own": {
    file: "engine/invoices/pay-or-carry.ts",
    from: "  for (const reward of lines) {",
    to: "  for (const reward of lines.slice(lines.length > 1 ? 1 : 0)) {",
  },
  "a negative sum is not carried": {
    file: "engine/invoices/pay-or-carry.ts",
    from: "      carry(work, invoice, lines);",
    to: "      if (sum.amount >= 0) carry(work, invoice, lines);",
    lives: 3,
  },
  "a carried line counts in each month": {
    file: "engine/invoices/pay-or-carry.ts",
    from: "{ invoice: next, firstInvoice: line.firstInvoice ?? invoice.key }",
    to: "{ invoice: next }",
    lives: 3,
  },
  "an invoice has lines of another currency": {
    file: "engine/invoices/open.ts",
    from: "groupBy(lines, ({ currency }) => currency)",
    to: "groupBy(lines, () => lines[0]?.currency as Currency)",
  },
  "a total leaves out what is negative": {
    file: "engine/invoices/derive.ts",
    from: "total: sumOf(lines),",
    to: "total: sumOf(lines, ({ amount }) => Math.max(0, amount)),",
  },
  "a paid payout leaves its last line unpaid": {
    file: "engine/invoices/pay.ts",
    from: "  for (const reward of lines) {",
    to: "  for (const reward of lines.slice(lines.length > 1 ? 1 : 0)) {",
  },
  "a payment that came back leaves its lines paid": {
    file: "engine/invoices/return-payout.ts",
    from: '      status: "approved",',
    to: "",
    lives: 4,
  },
  "a returned payout still counts in statements": {
    file: "engine/reports/statements/statement.ts",
    from: '(status === "returned" ? 0 : amount)',
    to: "amount",
    lives: 4,
  },
  "a forecast leaves out what is pending": {
    file: "engine/reports/forecast/forecast-lines.ts",
    from: ": [{ ...line, kind: status, month: monthOf(on) }];",
    to: ': status === "pending" ? [] : [{ ...line, kind: status, month: monthOf(on) }];',
  },
  "an action is not marked": {
    file: "engine/judging/mark.ts",
    from: "const judgedRow = { judged, judgedAs",
    to: 'const judgedRow = { ...(table === "actions" ? {} : { judged }), judgedAs',
    lives: 2,
  },
  "an error value is a word like any other": {
    file: "engine/kernel/cells.ts",
    from: 'typeof cell === "string" && cell.length < 40 && ERRORS.test(cell.trim());',
    to: 'typeof cell === "string" && cell.length < 4 && ERRORS.test(cell.trim());',
    often: "error values",
    lives: 4,
  },
  "a renamed header is judged by": {
    file: "sheets/workbook/settle-columns.ts",
    from: "    if (renamed.length > 0) throw headersRenamed(table, renamed);\n",
    to: "",
    lives: 4,
  },
  "a row with another key is another row": {
    file: "engine/program/identities.ts",
    from: "else if (proven !== undefined) former.set(row, proven);",
    to: "else if (proven !== undefined && key === proven) former.set(row, proven);",
    lives: 4,
  },
  "an older version pays again": {
    file: "engine/usecases/shared/refuse-repeats.ts",
    from: "  if (isConfirmed || !left) return;\n",
    to: "  if (isConfirmed !== undefined || !left) return;\n",
    lives: 3,
  },
  "an older version tells nothing": {
    file: "engine/health/left-the-house.ts",
    from: "const known = left?.();",
    to: "const known = left && new Map();",
    lives: 3,
  },
  "what was refused is forgotten": {
    file: "sheets/workbook/commit.ts",
    from: "combine(book.aside, combine(rest, { effects: written.waiting }))",
    to: "combine(book.aside, { effects: written.waiting })",
    lives: 6,
  },
  "what a killed execution had decided is forgotten": {
    file: "sheets/workbook/finish-journal.ts",
    from: "const done = journal ? finish(book, journal, { attempts, how }) : nothing;",
    to: "const done = journal && attempts > 99 ? finish(book, journal, { attempts, how }) : nothing;",
    lives: 6,
  },
};
