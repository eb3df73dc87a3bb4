import type { LineKind, SimilarAnswer } from "../../engine/intake/import/move-row";
import type { WirePart } from "../../engine/intake/import/wire-row";
import type { Choice as Chosen } from "../form/choice";
import { text } from "../format/text";
import { PartnerField } from "../manual-reward/partner-field";
import { Foreseen } from "./foreseen";
import type { Outcome } from "./outcome";
import { Choice } from "./questions";
import { Download, Line, ToldLines } from "./told-lines";

/** A partner for the new customers that have none, and the day on which the program starts. */
export interface Choices {
  readonly partner: Chosen | undefined;
  readonly startOn: string;
  /** What lines are that may be rows that are here; "" while nobody has said so. */
  readonly similar: SimilarAnswer | "";
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
  const isSimilar = new Set(outcome.similar.map(({ line }) => line));
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
        <ToldLines
          lines={outcome.similar}
          one="line may be here already"
          many="lines may be here already"
          isOdd={choices.similar === ""}
          after={
            <Choice<SimilarAnswer | "">
              name="similar"
              title="Are they the same?"
              isOpen={choices.similar === ""}
              value={choices.similar}
              options={[
                ["same", "The same: don't add them again"],
                ["new", "New: add them"],
              ]}
              onValue={(similar) => isBusy || onChoices({ similar })}
            />
          }
        >
          Rows of the same {props.lines === "sales" ? "customer" : "partner"}, amount and time are
          here, and no number of their own says whether these lines are others. They are left out
          until you choose.
        </ToldLines>
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
          lines={outcome.bad.filter(({ line }) => !isSimilar.has(line))}
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
