import fc from "fast-check";
import { begin, type Measure } from "../../src/engine/program/work";
import { law } from "../support/laws";
import { programOf } from "../support/program";

const byPartner: Measure<"customers"> = {
  table: "customers",
  bucketOf: ({ partner }) => partner ?? undefined,
  amountOf: ({ name }) => (name ?? "").length,
};
const key = fc.constantFrom("a", "b", "c", "d");
const partner = fc.constantFrom("p", "q", null);
const step = fc.record({
  kind: fc.constantFrom("insert", "update", "remove", "ask"),
  key,
  partner,
  name: fc.string({ maxLength: 3 }),
});

law(
  "a sum that is kept up is the sum worked out anew, whatever was inserted, changed and removed",
  fc.array(step, { maxLength: 20 }),
  (steps) => {
    const work = begin(
      programOf({ customers: [{ key: "a", name: "abc", partner: "p", createdOn: "2026-01-01" }] }),
    );
    for (const { kind, key: id, partner: who, name } of steps) {
      const exists = work.get("customers", id) !== undefined;
      if (kind === "ask") work.sum(byPartner, "p");
      if (kind === "insert" && !work.has("customers", id)) {
        work.insert("customers", { key: id, partner: who, name });
      }
      if (kind === "update" && exists) work.update("customers", id, { partner: who, name });
      if (kind === "remove" && exists) work.remove("customers", id);
    }
    for (const who of ["p", "q"]) {
      const anew = work
        .where("customers", "partner", who)
        .reduce((sum, { name }) => sum + (name ?? "").length, 0);
      expect(work.sum(byPartner, who)).toBe(anew);
    }
  },
);
