import { text } from "../format/text";
import { capitalize } from "../format/words";
import { Button } from "../parts/button";
import { Tag } from "../parts/tag";
import { paymentText, toneOf } from "../rewards/reward-line";
import { titleOf } from "../rewards/title";
import { Why } from "../why/why";
import type { Filters } from "./filters";
import { type RowProps, RowTick } from "./review-row";

type Sort = Filters["sort"];
/** The columns of the table, each with the two orders by which it can be sorted, if any. */
const columns: readonly { readonly label: string; readonly sorts?: readonly [Sort, Sort] }[] = [
  { label: "Partner", sorts: ["partner", "partner, last first"] },
  { label: "For" },
  { label: "Earned", sorts: ["earned last", "earned first"] },
  { label: "Made by" },
  { label: "Amount", sorts: ["largest", "smallest"] },
  { label: "Status", sorts: ["status", "status, last first"] },
  { label: "Payment" },
];

/** The heads of the table; those that sort are buttons, and a second click turns the order. */
export function TableHead(props: { readonly sort: Sort; readonly onSort: (sort: Sort) => void }) {
  const sort = props.sort === "" ? "earned last" : props.sort;
  return (
    <div class="table-row table-head">
      <span />
      {columns.map(({ label, sorts }) =>
        sorts ? (
          <button
            key={label}
            type="button"
            aria-label={`Sort by ${label.toLowerCase()}${sorts.includes(sort) ? `, now ${sort}` : ""}`}
            onClick={() => props.onSort(sort === sorts[0] ? sorts[1] : sorts[0])}
          >
            {label} {sort === sorts[0] ? "↓" : sort === sorts[1] ? "↑" : ""}
          </button>
        ) : (
          <span key={label}>{label}</span>
        ),
      )}
      <span />
    </div>
  );
}

/** One reward as a row of the wide table; the current one can say why it is so much. */
export function TableRow(props: RowProps & { readonly triggerName: string }) {
  const { reward, triggerName, isCurrent, isWhy, onOpen, onWhy } = props;
  const { key, partnerName, amount, currency, source, status, reason, estimatedPaymentOn } = reward;
  const money = text.money(amount, currency);
  // The column's head says that the day is one of payment.
  const payment = estimatedPaymentOn ? text.day(estimatedPaymentOn) : paymentText(reward);
  return (
    <li class={`reward table-row ${isCurrent ? "open" : ""}`}>
      <RowTick {...props} />
      <button type="button" class="strong" aria-expanded={isCurrent} onClick={onOpen}>
        {partnerName}
      </button>
      <span class="some-lines">{titleOf(reward)}</span>
      <span>{text.day(reward.earnedOn)}</span>
      <span>{source === "trigger" ? triggerName : capitalize(source)}</span>
      <span class="figure strong">{money}</span>
      <span>
        <Tag label={status} {...toneOf(status)} />
      </span>
      <span class="faint some-lines">{reason || payment}</span>
      <Button
        look="text"
        label={`Why ${money}, ${partnerName}`}
        onClick={isCurrent ? onWhy : onOpen}
      >
        {isCurrent && isWhy ? "Hide" : "Why"}
      </Button>
      {isCurrent && isWhy && (
        <div class="whole">
          <Why of="reward" about={key} />
        </div>
      )}
    </li>
  );
}
