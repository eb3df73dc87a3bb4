import type { Archivable } from "../archive/archivable";
import { text } from "../format/text";
import { Button } from "../parts/button";
import { open } from "../shell/router";
import { asPage, usePages } from "../state/use-pages";
import { useSearch } from "../state/use-search";
import { RecordList } from "./lists";

/** The sales of one customer, newest first. */
export function Sales(props: {
  readonly customer: string;
  readonly onArchive: (record: Archivable & { isArchived: boolean }) => void;
}) {
  const { customer, onArchive } = props;
  const search = useSearch(`sales of ${customer}`);
  return (
    <RecordList
      list={usePages("find-sales", { customer, search: search.query }, asPage)}
      search={search}
      id="customer-sales"
      icon="sale"
      noun="sale"
      hint="Product, amount or day"
      none={{
        title: "No sales yet",
        advice: "Record the first one here, or as a row on the Transactions tab.",
        act: {
          label: "Record the first one",
          go: () => open({ screen: "record", about: `sale ${customer}` }),
        },
      }}
      row={({ key, date, amount, currency, product, status }) => {
        const name = `${text.money(amount, currency)}, ${text.day(date)}`;
        const isArchived = status === "archived";
        const verb = isArchived ? "Bring back" : "Archive";
        return (
          <li key={key} class="line sale">
            <span class="grow">
              {name}
              <span class="faint block">{product || key}</span>
            </span>
            <Button
              look="text"
              label={`${verb} the sale of ${name}`}
              onClick={() => onArchive({ table: "transactions", key, name, isArchived })}
            >
              {verb}
            </Button>
          </li>
        );
      }}
    />
  );
}
