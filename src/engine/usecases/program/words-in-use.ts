import { takeWhileFits } from "../../kernel/bytes";
import { clip } from "../../kernel/cells";
import { currenciesOf } from "../../kernel/currency-order";
import { useCase } from "../shared/use-case";

/** The currencies and groups that a program uses, for forms to offer first. */
export const wordsInUse = useCase({
  name: "words-in-use",
  edits: "read only",
  inputs: {},
  reads: ["partners", "triggers", "invoices"],
  decide: (work) => {
    const { programCurrency } = work.settings;
    const triggers = work.all("triggers");
    const currencies = [
      programCurrency,
      ...work.all("invoices").map(({ currency }) => currency),
      ...triggers.flatMap(({ currency }) => currency ?? []),
    ];
    const groups = [...work.all("partners"), ...triggers].flatMap(({ group }) => group ?? []);
    return {
      /** The program's first. */
      currencies: currenciesOf(currencies, programCurrency),
      groups: takeWhileFits([...new Set(groups)].sort(), 20_000, (group) => clip(group, 100)),
    };
  },
});
