import type { ComponentChildren } from "preact";
import type { Output } from "../../engine/contract/contract";
import { text } from "../format/text";
import { daysLeftText, joinWithDots } from "../format/words";
import { Icon, type IconName } from "../parts/icon";
import { Tag } from "../parts/tag";
import { open } from "../shell/router";
import type { Place } from "../shell/screen";
import { type Attention, attentionOf } from "./attention";
import { NothingEarned } from "./nothing-earned";
import { ProblemList } from "./problem-list";

/**
 * Everything that needs a person, most urgent first; `missedRuns` is the notice about the schedule, if there is one.
 */
export function AttentionList(props: {
  readonly home: Output<"home">;
  readonly missedRuns: ComponentChildren;
}) {
  const { home, missedRuns } = props;
  const items = attentionOf(home, Boolean(missedRuns));
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
              {item.kind === "missed runs" ? missedRuns : <Item item={item} home={home} />}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const keyOf = (item: Attention): string =>
  item.kind === "invoice" || item.kind === "overdue" ? item.invoice.key : item.kind;

type Listed = Exclude<Attention, { readonly kind: "missed runs" }>;

type InReview = Output<"home">["inReview"];
/** Whether there are invoices of the same month in other currencies. */
const isOneOfSeveral = ({ month }: InReview[number], all: InReview): boolean =>
  all.filter((each) => each.month === month).length > 1;

function Item({ item, home }: { readonly item: Listed; readonly home: Output<"home"> }) {
  switch (item.kind) {
    case "problems":
      return <ProblemList count={item.count} problems={item.problems} />;
    case "overdue":
      return (
        <Row
          icon="invoice"
          tone="warn"
          title={text.count(item.invoice.payouts, "payout overdue", "payouts overdue")}
          to={{ screen: "invoice", about: item.invoice.key }}
        >
          <span class="figure">{text.money(item.invoice.amount, item.invoice.currency)}</span> of{" "}
          {text.month(item.invoice.month)}, overdue since {text.day(item.invoice.since)}. Pay them,
          or record that you did.
        </Row>
      );
    case "more overdue":
      return (
        <Row
          icon="invoice"
          tone="warn"
          title={text.count(item.count, "more invoice overdue", "more invoices overdue")}
          to={{ screen: "invoices" }}
        >
          See them all in the list of invoices.
        </Row>
      );
    case "held":
      return (
        <Row
          icon="hold"
          tone="warn"
          title={text.count(item.count, "reward on hold", "rewards on hold")}
          to={{ screen: "review", about: "held" }}
        >
          Neither paid nor lost until you approve or decline each.
        </Row>
      );
    case "applications":
      return (
        <Row
          icon="people"
          title={text.count(item.count, "application")}
          to={{ screen: "applications" }}
        >
          Accept or decline each.
        </Row>
      );
    case "to review":
      return (
        <Row
          icon="review"
          title={text.count(item.count, "reward to review", "rewards to review")}
          to={{ screen: "review", about: "pending" }}
        >
          Approved automatically when the invoice is finalized, unless you decide first.
        </Row>
      );
    case "health":
      return (
        <Row
          icon="warning"
          title={`Health check: ${text.count(item.count, "finding")}`}
          to={{ screen: "health" }}
        >
          See each finding and fix it.
        </Row>
      );
    case "nothing earned":
      return <NothingEarned nothing={item.nothing} />;
    case "invoice":
      return (
        <InvoiceRow
          invoice={item.invoice}
          isOneOfSeveral={isOneOfSeveral(item.invoice, home.inReview)}
        />
      );
    case "more invoices":
      return (
        <Row
          icon="invoice"
          title={text.count(item.count, "more invoice in review", "more invoices in review")}
          to={{ screen: "invoices" }}
        >
          See them all in the list of invoices.
        </Row>
      );
    default:
      return item satisfies never;
  }
}

function InvoiceRow(props: {
  readonly invoice: InReview[number];
  readonly isOneOfSeveral: boolean;
}) {
  const { invoice, isOneOfSeveral } = props;
  const { key, month, currency, total, lines, daysLeft, reviewEndsOn, paused } = invoice;
  return (
    <Row
      icon="invoice"
      title={
        isOneOfSeveral
          ? joinWithDots([text.month(month), currency])
          : `Invoice ${text.month(month)}`
      }
      to={{ screen: "invoice", about: key }}
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
  /** The screen that deals with it. */
  readonly to: Place;
  readonly beside?: ComponentChildren;
  readonly children: ComponentChildren;
}) {
  return (
    <div class={`row ${props.tone ?? ""}`}>
      <Icon name={props.icon} />
      <div class="grow">
        <p class="line">
          <button type="button" class="link strong" onClick={() => open(props.to)}>
            {props.title}
          </button>
          {props.beside}
        </p>
        <p class="faint">{props.children}</p>
      </div>
    </div>
  );
}
