import { takeTyped } from "../../../src/engine/edits/take-over";
import { apply } from "../../../src/engine/program/changeset";
import { begin } from "../../../src/engine/program/work";
import { envOn } from "../../support/program";
import { byKey, finalJanuary as final, rewardRow, startedProgram } from "../invoices/money-run";

/** The moves of REWARD-4; *paid* comes by a payout only. */
const legal: Readonly<Record<string, string>> = {
  pending: "approved held declined",
  approved: "pending held declined",
  held: "pending approved declined",
  declined: "pending",
  paid: "",
};
const words = Object.keys(legal);

/** What becomes of a status typed over another, with a reason beside it. */
function typed(from: string, to: string, invoice = "") {
  const paidOn = from === "paid" ? "2026-02-13" : "";
  const row = rewardRow("a", 20, {
    status: to,
    accepted: `${from} 20.00`,
    reason: "because",
    invoice,
    paidOn,
  });
  const work = begin(startedProgram({ rewards: [row], invoices: invoice === "" ? [] : [final] }));
  takeTyped(work, envOn("2026-02-20"), ["rewards"], { run: "run" });
  const said = work.problems().map(({ code }) => code);
  return { status: byKey(apply(work.program, work.changes()), "rewards", "a").status, said };
}

const pairs = words.flatMap((from) =>
  words.filter((to) => to !== from).map((to) => [from, to] as const),
);

describe("a status typed over another (EDIT-2)", () => {
  test.each(pairs)(
    "from %s to %s is accepted if it is a legal move, else restored and noted",
    (from, to) => {
      const isLegal = (legal[from] ?? "").split(" ").includes(to);
      expect(typed(from, to)).toEqual(
        isLegal ? { status: to, said: [] } : { status: from, said: ["STATUS_ILLEGAL"] },
      );
    },
  );

  test.each(pairs)("from %s to %s is restored and noted on a final invoice", (from, to) => {
    expect(typed(from, to, final.key)).toEqual({ status: from, said: ["STATUS_ILLEGAL"] });
  });
});
