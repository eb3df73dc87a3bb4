import { begin } from "../../src/engine/program/work";
import { partnerPages } from "../../src/engine/reports/page/partner-page";
import { playProgram } from "../support/examples/play-example";
import { law, programs } from "../support/laws";
import { onlyOf } from "../support/only-of";
import { anyProgram } from "../support/random-program/program";

law(
  "a partner's page is made of this partner's rows alone, with moved customers, refunds, drips, returned payouts and all (PARTNER-1)",
  anyProgram,
  (given) => {
    playProgram(given, {
      onRefusal: (_, __, played) => played,
      watch: ({ program }, { act }) => {
        if (act.do !== "run") return;
        const shown = {
          ...program,
          settings: { ...program.settings, partnerPageNamesCustomers: true },
        };
        const pages = partnerPages(begin(shown));
        for (const [partner, page] of pages) {
          const alone = partnerPages(begin(onlyOf(shown, partner)));
          expect([...alone]).toEqual([[partner, page]]);
        }
      },
    });
  },
  programs,
);
