import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { LineKind } from "../../engine/intake/import/move-row";
import type { WirePart } from "../../engine/intake/import/wire-row";
import { asOneSentence } from "../../engine/kernel/cells";
import type { Choice } from "../form/choice";
import { text } from "../format/text";
import { PartnerField } from "../manual-reward/partner-field";
import { Foreseen } from "./foreseen";
import type { Outcome } from "./outcome";

const MOST_SHOWN = 20;

/** A partner for the new customers that have none, and the day on which the program starts. */
export interface Choices {
  readonly partner: Choice | undefined;
  readonly startOn: string;
}

/** What the file would come to, by outcome, each with the way to mend it (IMPORT-3). */
export function Preview(props: {
  readonly part: WirePart | undefined;
  readonly parts: number;
  readonly lines: LineKind;
  readonly outcome: Outcome;
  readonly badCsv: string;
  readonly since: string;
  readonly programStart: string;
  readonly activeTriggers: number;
  readonly choices: Choices;
  /** Whether a choice is being checked; a further one waits for it. */
  readonly isBusy: boolean;
  readonly onChoices: (choices: Partial<Choices>) => void;
}) {
  const { outcome, since, programStart, choices, isBusy, onChoices } = props;
  const { sales, refunds, customers, noPartner, noPartnerCustomers, history } = outcome;
  const isEarly = since !== "" && since < programStart;
  return (
    <div aria-live="polite">
      <ul class="card import-outcome">
        {props.lines !== "sales" && (
          <Line count={outcome.rows} one="new row">
            {text.count(outcome.partners, "new partner")}, {text.count(customers, "new customer")},{" "}
            {text.count(outcome.rewards, "reward")} still owed.
            {outcome.rewards > 0 &&
              " Each becomes a reward by hand, to review and to pay with the invoice of its month."}
            {outcome.drips > 0 &&
              ` ${text.count(outcome.drips, "payment")} still to come: each becomes a drip of one occurrence on its day.`}
          </Line>
        )}
        {props.lines === "sales" && (
          <Line count={sales} one="new sale">
            {text.count(customers, "new customer")}, {text.count(outcome.partners, "new partner")}.{" "}
            {props.activeTriggers === 0
              ? "No trigger is active: a sale is processed once, by the triggers that are active then. Write one before the next run."
              : `The next run processes them with ${text.count(props.activeTriggers, "active trigger")}.`}
            {props.activeTriggers > 0 && sales > 0 && props.part && (
              <Foreseen part={props.part} parts={props.parts} startOn={choices.startOn} />
            )}
          </Line>
        )}
        {refunds > 0 && (
          <Line count={refunds} one="refund">
            Each is a refund of its sale.
          </Line>
        )}
        {outcome.tests > 0 && (
          <Line count={outcome.tests} one="test">
            Tests are kept and shown, make nothing and count nowhere.
          </Line>
        )}
        <ToldLines
          lines={outcome.ofTests}
          one="sale of a test customer"
          many="sales of test customers"
          isOdd
        />
        {(noPartner > 0 || choices.partner !== undefined) && (
          <Line count={noPartner} one="sale without a partner" many="sales without a partner" isOdd>
            <p>
              {noPartner > 0
                ? `${text.count(noPartnerCustomers.length, "customer")} without a partner: ${listed(noPartnerCustomers)}. Their sales earn nothing.`
                : "All customers have a partner."}
            </p>
            <PartnerField
              id="import-partner"
              label="The partner of new customers that have none"
              isOptional
              isActive
              chosen={choices.partner}
              error={undefined}
              onChoose={(partner) => onChoices({ partner })}
            />
          </Line>
        )}
        {outcome.unknownCodes.length > 0 && (
          <Line
            count={outcome.unknownCodes.reduce((sum, each) => sum + each.sales, 0)}
            one="sale whose code is no partner's"
            many="sales whose code is no partner's"
            isOdd
          >
            {listed(outcome.unknownCodes.map(({ code, sales }) => `${code} (${sales})`))}. They wait
            until the code stands under Codes on one partner. For codes that mean no partner, go
            back and choose “nothing” for that column, or clear Code on these rows later.
          </Line>
        )}
        {(history > 0 || isEarly) && (
          <Line
            count={history}
            one="sale before the program's start"
            many="sales before the program's start"
            isOdd
          >
            <p>Sales from before {programStart && text.day(programStart)} earn nothing.</p>
            <div class="field inline">
              <label for="import-start">
                Start the program on {text.day(since)}, with the first sale
              </label>
              <input
                id="import-start"
                type="checkbox"
                checked={choices.startOn !== ""}
                aria-disabled={isBusy}
                onClick={(event) => isBusy && event.preventDefault()}
                onChange={(event) =>
                  onChoices({ startOn: event.currentTarget.checked ? since : "" })
                }
              />
            </div>
          </Line>
        )}
        {outcome.known > 0 && (
          <Line count={outcome.known} one="line is here already" many="lines are here already">
            They are not added again.
          </Line>
        )}
        <ToldLines lines={outcome.changed} one="line has changed" many="lines have changed" isOdd>
          The rows stay as they are. Correct them on Transactions if the file is right.
        </ToldLines>
        {outcome.leftOut.length > 0 && (
          <Line
            count={outcome.leftOut.reduce((sum, { lines }) => sum + lines, 0)}
            one="line left out"
            many="lines left out"
          >
            By status: {outcome.leftOut.map(({ word, lines }) => `${word} (${lines})`).join(", ")}.
          </Line>
        )}
        {outcome.doubles + outcome.further > 0 && (
          <Line
            count={outcome.doubles + outcome.further}
            one="line says nothing new"
            many="lines say nothing new"
          >
            The same line with the same key stands in the file before, or it is a further line of an
            order.
          </Line>
        )}
        <ToldLines lines={outcome.aside} one="line skipped" many="lines skipped">
          Titles, totals or notes around the table:
        </ToldLines>
        <ToldLines
          lines={outcome.bad}
          one="line can't be taken"
          many="lines can't be taken"
          isOdd
          after={<Download csv={props.badCsv} />}
        />
      </ul>
    </div>
  );
}

const listed = (names: readonly string[]): string =>
  names.length > 3
    ? `${names.slice(0, 3).join(", ")} and ${names.length - 3} more`
    : names.join(", ");

const Line = (props: {
  readonly count: number;
  readonly one: string;
  readonly many?: string;
  readonly isOdd?: boolean;
  readonly children: ComponentChildren;
}) => (
  <li class={props.isOdd && props.count > 0 ? "row warn" : "row"}>
    <div class="grow">
      <p class="strong">
        {props.count > 0 ? text.count(props.count, props.one, props.many) : `No ${props.one}`}
      </p>
      <div class="faint">{props.children}</div>
    </div>
  </li>
);

/** Lines of the file, each with what is said of it; nothing where there are none. */
const ToldLines = (props: {
  readonly lines: Outcome["bad"];
  readonly one: string;
  readonly many: string;
  readonly isOdd?: boolean;
  readonly children?: ComponentChildren;
  readonly after?: ComponentChildren;
}) => {
  const { lines, children, after, ...said } = props;
  if (lines.length === 0) return null;
  return (
    <Line count={lines.length} {...said}>
      {children}
      <ul class="import-told">
        {lines.slice(0, MOST_SHOWN).map(({ line, reasons }) => (
          <li key={line}>
            Line {line}: {text.said(asOneSentence(reasons))}
          </li>
        ))}
        {lines.length > MOST_SHOWN && <li>and {lines.length - MOST_SHOWN} more</li>}
      </ul>
      {after}
    </Line>
  );
};

/** The bad lines with their reasons, to correct and import again. */
export function Download({ csv }: { readonly csv: string }) {
  const [address, setAddress] = useState("");
  useEffect(() => {
    const made = URL.createObjectURL(new Blob(["\ufeff", csv], { type: "text/csv" }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [csv]);
  return (
    <a class="button outlined" href={address} download="lines to correct.csv">
      Download these lines as CSV
    </a>
  );
}
