import { sealOfKey } from "../../src/engine/kernel/keys";
import { playProgram } from "../support/examples/play-example";
import { law, programs } from "../support/laws";
import { recordsOf } from "../support/program";
import { decidedProgram } from "../support/random-program/program";

law(
  "after each run all rewards are as was kept beside them: what the program changes in one place it changes in both (EDIT-1)",
  decidedProgram,
  (program) => {
    playProgram(program, {
      watch: ({ program: now }, { act }) => {
        if (act.do !== "run") return;
        for (const reward of recordsOf(now, "rewards")) {
          const { key, status, amount, invoice, firstInvoice } = reward;
          const { currency, partner, earnedOn, accepted, acceptedFor } = reward;
          const kept = { status, amount, invoice: invoice ?? "", firstInvoice, of: sealOfKey(key) };
          expect([key, accepted]).toEqual([key, kept]);
          expect(acceptedFor).toEqual({ key, currency, partner, earnedOn });
        }
      },
      onRefusal: (_, __, played) => played,
    });
  },
  programs,
);
