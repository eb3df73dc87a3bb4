import { codesIn, plainCode } from "../../kernel/codes";
import { emailIn } from "../../kernel/email";
import type { DateCell } from "../../kernel/fields";
import { groupBy, sumOf } from "../../kernel/group-by";
import type { Key } from "../../kernel/keys";
import { customersNamed, plainName } from "../../program/customer-names";
import type { NewRecord, Work } from "../../program/work";
import { codeOn, codesOf } from "../../sales/codes";
import { refundsBeside } from "../../sales/net-of-refunds";
import { isRefund } from "../../sales/refund-row";
import type { Transaction } from "../../tables";
import { differences, otherCurrency } from "./differences";
import type { ImportRow } from "./import-row";
import { matchRows } from "./match-rows";
import { createNames, severalPartners } from "./names";
import { SAY } from "./pair-up";
import { inOrder } from "./parts-of";

/** A line that is left out, with what to correct in the file. */
export interface BadLine {
  readonly line: number;
  readonly reasons: readonly string[];
}
/** What rows of a file come to in this program: new rows, and what is said of the others. */
export type ImportPlan = ReturnType<typeof planImport>;
type ImportTables = "settings" | "partners" | "customers" | "transactions";
type Sale = Pick<Transaction, "key" | "customer" | "amount" | "currency" | "date">;

/**
 * Plans what rows of a file become. Customers and partners that they name and that are not there yet become rows too;
 * a customer is known by its key or its e-mail, a partner by its key, its name or its e-mail. What is there is never
 * taken twice, and of an amount given back only what is not here yet becomes a refund (IMPORT-10).
 */
export function planImport(work: Work<ImportTables>, lines: readonly ImportRow[]) {
  const { rows, similar } = matchRows(work, lines);
  /** Lines that wait for a person to say whether they are rows that are here. */
  const asked = new Set(similar.flatMap(({ key, answer }) => (answer === "" ? [key] : [])));
  const sales = new Map<Key, NewRecord<"transactions"> & Sale>();
  const refunds = new Map<Key, NewRecord<"transactions">>();
  const customers = new Map<Key, NewRecord<"customers">>();
  const partners = new Map<Key, NewRecord<"partners">>();
  const bad: BadLine[] = [];
  const changed: BadLine[] = [];
  /** Sales without a partner, by customer; those whose code a customer gave have one. */
  const noPartner = new Map<Key, number>();
  const coded = new Set<Key>();
  const unknown = new Map<string, number>();
  let known = 0;
  const ofTests: BadLine[] = [];
  const refundedBefore: BadLine[] = [];
  const find = createLookUp(work);

  /** New customers by their names as these are compared: an e-mail in other letters is nobody else. */
  const newKeys = new Map<string, Key>();
  const newKey = (name: string): Key => {
    const key = newKeys.get(plainName(name)) ?? name;
    newKeys.set(plainName(name), key);
    return key;
  };
  const saleAt = (key: Key): Sale | undefined => {
    const there = work.get("transactions", key);
    return sales.get(key) ?? (there && !isRefund(there) ? there : undefined);
  };
  const giveBack = (
    sale: Sale,
    key: Key,
    amount: number,
    date: DateCell,
    extra: ImportRow["own"] = {},
  ) => {
    const day = date.day < sale.date.day ? sale.date : date;
    const { customer, currency } = sale;
    refunds.set(key, { key, customer, date: day, amount, currency, refundOf: sale.key, extra });
  };
  /** The refunds of each sale that are lines of their own: an amount refunded beside them says the same once more. */
  const refundLines = groupBy(
    rows.filter(({ key, isRefund: is }) => is && !work.has("transactions", key)),
    ({ refundOf }) => refundOf,
  );
  const lineKeys = new Set(rows.map(({ key }) => key));
  const refundKey = (sale: Key, n: number): Key => {
    const key = `${sale}-refund${n === 1 ? "" : `-${n}`}`;
    const isTaken = lineKeys.has(key) || work.has("transactions", key);
    return isTaken ? refundKey(sale, n + 1) : key;
  };
  const fail = ({ line }: ImportRow, reason: string) => bad.push({ line, reasons: [reason] });
  const know = (row: ImportRow) => {
    known++;
    const there = work.get("transactions", row.key);
    const reasons = there ? differences(work, there, row, find.customer) : [];
    if (reasons.length > 0) changed.push({ line: row.line, reasons });
  };
  const takeSale = (row: ImportRow) => {
    const there = work.get("transactions", row.key);
    if (work.has("transactions", row.key)) know(row);
    else if (row.refunded === "all") {
      const reason = "all of it was given back before it came here, so it earns nothing: left out";
      refundedBefore.push({ line: row.line, reasons: [reason] });
    } else {
      const { key, date, amount, currency } = row;
      const [only, second] = find.customers(row);
      const hasPartner = Boolean(work.get("customers", only ?? null)?.partner);
      const owners = hasPartner ? [] : find.partners(row.partner);
      if (owners.length > 1) {
        fail(row, severalPartners(row.partner, owners));
        return;
      }
      const customer = second !== undefined ? row.customer : (only ?? newKey(row.customer));
      // Where a name may mean several, the sale keeps it, and waits for a person (IMPORT-5).
      const owner = second === undefined ? ownerOf(row, customer) : undefined;
      const code = find.code(row.code);
      sales.set(key, {
        key,
        customer,
        date,
        amount,
        currency,
        product: row.product || null,
        category: row.category || null,
        code,
        test: row.isTest,
        extra: row.own,
        ...(row.isArchived && { status: "archived" as const }),
      });
      const isTestCustomer = work.get("customers", customer)?.test === true;
      if (isTestCustomer && !row.isTest)
        ofTests.push({ line: row.line, reasons: [ofTestCustomer(customer)] });
      if (owner === null && !row.isArchived && !row.isTest && !isTestCustomer) {
        const on = code === null ? undefined : codeOn(work, code, date.day);
        if (on?.kind === "of") coded.add(customer);
        else if (on?.kind === "unclear") unknown.set(on.code, (unknown.get(on.code) ?? 0) + 1);
        else noPartner.set(customer, (noPartner.get(customer) ?? 0) + 1);
      }
    }
    const sale = saleAt(row.key);
    if (row.refunded === 0 || !sale) return;
    const given = there ? refundsBeside(work, sale.key) : [];
    const before = sumOf(given) + sumOf(refundLines.get(row.key) ?? [], ({ amount }) => amount);
    const more = (row.refunded === "all" ? sale.amount : row.refunded) - before;
    if (more > 0)
      giveBack(sale, refundKey(sale.key, given.length + 1), more, row.refundedOn ?? row.date);
  };
  /** The partner of a row's customer; makes the customer and the partner where they are not there. */
  const ownerOf = (row: ImportRow, customer: Key): Key | null | undefined => {
    if (work.has("customers", customer)) return work.get("customers", customer)?.partner;
    const before = customers.get(customer);
    const owner =
      before?.partner ??
      (row.partner === "" ? null : (find.partners(row.partner)[0] ?? row.partner));
    const since = row.since ?? row.date;
    const isTest = row.isTest && before?.test !== false;
    // A test says nothing of when a real customer came.
    const isEarlier =
      !before?.createdOn || (row.isTest === isTest && since.day < before.createdOn.day);
    customers.set(customer, {
      key: customer,
      name: before?.name ?? (row.name || customer),
      email: before?.email ?? (row.email || null),
      partner: owner,
      createdOn: isEarlier ? since : (before?.createdOn as DateCell),
      test: isTest,
    });
    if (owner !== null && !work.has("partners", owner)) {
      partners.set(owner, { key: owner, name: row.partner, email: find.mail(row.partner) });
    }
    return owner;
  };
  const takeRefund = (row: ImportRow) => {
    const sale = saleAt(row.refundOf);
    if (work.has("transactions", row.key) || refunds.has(row.key)) know(row);
    else if (sale) {
      const reason = otherCurrency(work, row, sale);
      if (reason) fail(row, reason);
      else giveBack(sale, row.key, row.amount, row.date, row.own);
    } else {
      const why = lineKeys.has(row.refundOf)
        ? "whose line was left out"
        : "but there is no such sale here or in the file";
      fail(row, `this refunds “${row.refundOf}”, ${why}`);
    }
  };
  for (const row of inOrder(rows)) {
    if (!asked.has(row.key)) (row.isRefund ? takeRefund : takeSale)(row);
  }
  for (const { line, reasons, answer } of similar)
    if (answer === "") bad.push({ line, reasons: [...reasons, SAY] });
  for (const customer of coded) noPartner.delete(customer);
  const days = [...sales.values()].map(({ date }) => date.day).sort();
  return {
    partners: [...partners.values()],
    customers: [...customers.values()],
    sales: [...sales.values()] as readonly NewRecord<"transactions">[],
    refunds: [...refunds.values()],
    bad,
    /** Lines that may be rows that are here: left out until a person says whether they are (IMPORT-10b). */
    similar,
    /** Lines whose key is a row of Transactions already: never taken twice. */
    known,
    /** Of these, lines that say another amount or currency than the row. */
    changed,
    /** Sales that were given back before they came here: they earn nothing, and are left out. */
    refundedBefore,
    /** New sales of test customers, that are no tests themselves: they make nothing. */
    ofTests,
    /** New sales that count for no partner, and their customers. */
    noPartner: sumOf([...noPartner.values()], (n) => n),
    noPartnerCustomers: [...noPartner.keys()],
    /** Codes that no partner has, or several have, with the new sales that wait for it (IMPORT-6c). */
    unknownCodes: [...unknown].map(([code, sales]) => ({ code, sales })),
    /** The earliest day among the new rows. */
    since: days[0],
  };
}

const ofTestCustomer = (customer: Key): string =>
  `“${customer}” is a test customer, so this sale makes nothing: clear Test on Customers if it is a real one`;

/** Finds customers and partners by what a file calls them. */
function createLookUp(work: Work<ImportTables>) {
  const names = createNames(work.all("partners"));
  const mail = (text: string) => emailIn(text) ?? null;
  /** By its key, external id or e-mail (IMPORT-5). */
  const customers = ({ customer, email }: Pick<ImportRow, "customer" | "email">) => {
    const { tables } = work.program;
    const named = customersNamed(tables, customer);
    return named.length > 0 ? named : customersNamed(tables, email);
  };
  return {
    mail,
    customers,
    customer: (row: Pick<ImportRow, "customer" | "email">): Key | undefined => {
      const [only, second] = customers(row);
      return second === undefined ? only : undefined;
    },
    /** Of several codes the one that is a partner's. */
    code: (text: string): string | null => {
      const codes = codesIn(text);
      const known = codes.find((code) => codesOf(work.program).has(plainCode(code)));
      return known ?? codes[0] ?? null;
    },
    /** By key, else by name or e-mail. */
    partners: (text: string): readonly Key[] =>
      work.has("partners", text) ? [text] : names.of(text),
  };
}
