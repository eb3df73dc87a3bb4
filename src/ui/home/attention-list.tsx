import type { ComponentChildren } from "preact";
import type { Output } from "../../engine/contract";
import { daysLeftText } from "../format/words";
import { Icon, type IconName } from "../parts/icon";
import { Tag } from "../parts/tag";
import { text } from "../text";
import { type Attention, attentionOf } from "./attention";
import { ProblemList } from "./problem-list";

/** Everything that waits for a person, most urgent first. */
export function AttentionList({ home }: { readonly home: Output<"home"> }) {
  const items = attentionOf(home);
  return (
    <section aria-labelledby="attention">
      <h2 id="attention">Needs attention</h2>
      {items.length === 0 ? (
        <p class="calm">
          <Icon name="done" />
          Nothing right now.
        </p>
      ) : (
        <ul class="card">
          {items.map((item) => (
            <li key={keyOf(item)}>
              <Item item={item} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const keyOf = (item: Attention): string => (item.kind === "invoice" ? item.invoice.key : item.kind);

function Item({ item }: { readonly item: Attention }) {
  switch (item.kind) {
    case "problems":
      return <ProblemList count={item.count} problems={item.problems} />;
    case "held":
      return (
        <Row icon="hold" tone="warn" title={text.count(item.count, "held reward")}>
          Approve or decline each on the Rewards tab.
        </Row>
      );
    case "to review":
      return (
        <Row icon="review" title={text.count(item.count, "reward to review", "rewards to review")}>
          Pending on the Rewards tab.
        </Row>
      );
    case "invoice":
      return <InvoiceRow invoice={item.invoice} />;
    default:
      return item satisfies never;
  }
}

function InvoiceRow({ invoice }: { readonly invoice: Output<"home">["inReview"][number] }) {
  const { month, currency, total, lines, daysLeft, reviewEndsOn, paused } = invoice;
  return (
    <Row
      icon="invoice"
      title={`Invoice ${text.month(month)}`}
      beside={
        paused ? (
          <Tag label="Paused" tone="warning" />
        ) : (
          <span class={daysLeft <= 2 ? "days soon" : "days"}>{daysLeftText(daysLeft)}</span>
        )
      }
    >
      <span class="figure">{text.money(total, currency)}</span> in {text.count(lines, "line")}. In
      review until {text.day(reviewEndsOn)}.
    </Row>
  );
}

function Row(props: {
  readonly icon: IconName;
  readonly tone?: "warn";
  readonly title: string;
  readonly beside?: ComponentChildren;
  readonly children: ComponentChildren;
}) {
  return (
    <div class={`row ${props.tone ?? ""}`}>
      <Icon name={props.icon} />
      <div class="grow">
        <p class="line">
          <span class="strong">{props.title}</span>
          {props.beside}
        </p>
        <p class="faint">{props.children}</p>
      </div>
    </div>
  );
}
