import { codesIn, plainCode } from "../kernel/codes";
import { addDays } from "../kernel/day";
import { say } from "../kernel/say";
import { codeOn, codesOf } from "../sales/codes";
import { isRefund } from "../sales/refund-row";
import { markerOf } from "../tables/packed/marker";
import { finding, type HealthCheck } from "./health-check";

/** A code on two partners can't say whose a sale is: sales that need it wait (IMPORT-6). */
export const sharedCodes: HealthCheck = {
  label: "Codes that several partners have",
  marks: true,
  find: (work) => {
    const shared = [...codesOf(work.program).values()].filter(
      ({ partners }) => partners.length > 1,
    );
    const keys = new Set(shared.flatMap(({ partners }) => partners));
    return [...keys].map((key) => {
      const own = shared.filter(({ partners }) => partners.includes(key));
      const others = new Set(
        own.flatMap(({ partners }) => partners).filter((each) => each !== key),
      );
      const codes = own.map(({ code }) => code).join(", ");
      const message = `“${codes}” is on ${[...others].join(", ")}, too, so sales that need the code wait. Leave it on one partner.`;
      return finding("partners", key, "codes", message);
    });
  },
};

/** How many days a partner has to bring the first sale. */
const DAYS = 30;

/** Codes by which nobody came: given out wrongly, or misspelled here or in the shop. */
export const unusedCodes: HealthCheck = {
  label: "Codes that nobody used",
  onlyAsked: true,
  find: (work, { today }) => {
    const used = new Set(
      [...work.all("transactions"), ...work.all("customers")].map(({ code }) =>
        plainCode(code ?? ""),
      ),
    );
    return work.all("partners").flatMap(({ key, codes, codesUntil, joinedOn, status, test }) => {
      const isNew = joinedOn !== null && joinedOn > addDays(today, -DAYS);
      const isOver = status === "archived" || (codesUntil !== null && codesUntil < today);
      if (codes === null || test || isNew || isOver) return [];
      const unused = codesIn(codes).filter((code) => !used.has(plainCode(code)));
      if (unused.length === 0) return [];
      const message = `No sale and no customer has the code “${unused.join(", ")}”. Check its spelling here and in your shop.`;
      return [finding("partners", key, "codes", message)];
    });
  },
};

/** Processed sales whose code is of another partner than the one they count for. */
export const otherCodes: HealthCheck = {
  label: "Sales whose code is another partner's",
  onlyAsked: true,
  find: (work) =>
    work.all("transactions").flatMap((sale) => {
      const { key, code, partner, date } = sale;
      if (code === null || isRefund(sale) || !markerOf(sale)) return [];
      const on = codeOn(work, code, date.day);
      if (on.kind !== "of" || on.partner.key === partner) return [];
      const counts = partner === null ? "nobody" : `“${partner}”`;
      const message = say`The sale counts for ${counts}, but its code “${on.code}” is of “${on.partner.key}”. If the code is right, change the customer's partner and process the sale again.`;
      return [finding("transactions", key, "code", message)];
    }),
};
