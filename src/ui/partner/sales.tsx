import { useState } from "preact/hooks";
import type { Archivable } from "../archive/archive-panel";
import { Button } from "../parts/button";
import { useLoad } from "../state/use-load";
import { text } from "../text";
import { PagedList } from "./lists";

/** The sales of one customer, newest first. */
export function Sales(props: {
  readonly customer: string;
  readonly onAsk: (record: Archivable & { isArchived: boolean }) => void;
}) {
  const { customer, onAsk } = props;
  const [page, setPage] = useState(1);
  return (
    <PagedList
      loaded={useLoad("find-sales", { customer, page })}
      icon="sale"
      noun="sale"
      advice="Record the first one."
      onPage={setPage}
      row={({ key, date, amount, currency, product, status }) => {
        const name = `${text.money(amount, currency)}, ${text.day(date)}`;
        const isArchived = status === "archived";
        const verb = isArchived ? "Bring back" : "Archive";
        return (
          <li key={key} class="line sale">
            <span class="grow">
              {name}
              <span class="faint block cut">{product || key}</span>
            </span>
            <Button
              look="text"
              label={`${verb} the sale of ${name}`}
              onClick={() => onAsk({ table: "transactions", key, name, isArchived })}
            >
              {verb}
            </Button>
          </li>
        );
      }}
    />
  );
}
