import { useState } from "preact/hooks";
import type { Output } from "../../engine/contract/contract";
import type { Choice } from "../form/choice";
import { errorAt } from "../form/field-errors";
import { FieldShell } from "../form/form-field";
import { PlainField } from "../form/plain-field";
import { text } from "../format/text";
import { PartnerField } from "../manual-reward/partner-field";
import { FormPanel } from "../parts/form-panel";
import { Notice } from "../parts/notice";
import { SumsTable } from "../parts/sums-table";
import { useAct } from "../state/use-act";

type Check = Output<"check-statement">["checks"][number];

/** Checks a statement that a partner has, by its code or the pasted mail (PARTNER-5). */
export function CheckPanel(props: {
  readonly partner?: Choice;
  readonly month?: string;
  readonly onClose: () => void;
}) {
  const [given, setGiven] = useState("");
  const [partner, setPartner] = useState(props.partner);
  const [month, setMonth] = useState(props.month ?? "");
  const [checks, setChecks] = useState<readonly Check[]>([]);
  const act = useAct("check-statement");
  const fault = errorAt(act.error, "text");
  const check = async () => {
    const of = { ...(partner && { partner: partner.key }), ...(month && { month }) };
    const reply = await act.start({ text: given, ...of });
    setChecks(reply?.ok ? reply.output.checks : []);
  };
  return (
    <FormPanel
      title="Check a statement"
      error={fault ? undefined : act.error}
      isBusy={act.isBusy}
      action="Check"
      onSubmit={() => void check()}
      onClose={props.onClose}
    >
      <PlainField
        id="check-text"
        label="Statement code, or the whole mail"
        value={given}
        onValue={setGiven}
        rows={4}
        error={fault}
        hint="With the mail, its amounts and days are compared as well."
        isRequired
      />
      <PartnerField
        id="check-partner"
        isOptional
        chosen={partner}
        error={errorAt(act.error, "partner")}
        onChoose={setPartner}
      />
      <FieldShell
        id="check-month"
        label="Month"
        isOptional
        hint="Year and month, such as 2026-03."
        error={errorAt(act.error, "month")}
      >
        {(describedBy) => (
          <input
            id="check-month"
            type="month"
            aria-describedby={describedBy}
            value={month}
            onInput={(event) => setMonth(event.currentTarget.value)}
          />
        )}
      </FieldShell>
      <div aria-live="polite">
        {checks.map((each) => (
          <CheckedCode key={each.code} check={each} isNamed={Boolean(partner && month)} />
        ))}
      </div>
    </FormPanel>
  );
}

function CheckedCode(props: { readonly check: Check; readonly isNamed: boolean }) {
  const { code, verdict, statement } = props.check;
  if (!statement) {
    return (
      <Notice tone="warning">
        <p>
          <b>{code}</b> is the code of no statement now.{" "}
          {props.isNamed
            ? "This partner has none in that month and currency."
            : "Choose the partner and the month to see why."}
        </p>
      </Notice>
    );
  }
  const { partnerName, month, currency, opening, lines, earned, paidOut, closing } = statement;
  const { missing, extra } = statement;
  const isSame = missing.rows.length + extra.rows.length === 0;
  return (
    <>
      <Notice tone={verdict === "as issued" && isSame ? "good" : "warning"}>
        <p>
          <b>{verdict === "as issued" && !isSame ? CHANGED : titles[verdict]}</b> {partnerName},{" "}
          {text.month(month)}, {currency}. {aboutOf(verdict, statement)}
        </p>
        {!isSame && (
          <ul class="plain">
            {missing.rows.map((line) => (
              <li key={line}>Not in the text: {line}</li>
            ))}
            {extra.rows.length > 0 && <li>Only in the text: {extra.rows.join(", ")}</li>}
            {missing.more + extra.more > 0 && <li>and {missing.more + extra.more} more</li>}
          </ul>
        )}
      </Notice>
      <SumsTable
        title="The statement now"
        lines={[
          { key: "opening", label: "Opening balance", amount: opening },
          { key: "earned", label: text.count(lines, "reward"), amount: earned },
          { key: "paid", label: "Paid out", amount: paidOut },
          { key: "closing", label: "Closing balance", amount: closing, isSum: true },
        ]}
      />
    </>
  );
}

const CHANGED = "The code is right, but the text was changed.";
const titles: { readonly [Verdict in Check["verdict"]]: string } = {
  "as issued": "As issued.",
  replaced: "Replaced.",
  "in review": "Taken back.",
  differs: "Not as issued.",
  unknown: "Unknown.",
};

function aboutOf(
  verdict: Check["verdict"],
  { code, finalOn }: NonNullable<Check["statement"]>,
): string {
  const since = finalOn === null ? "" : text.day(finalOn);
  switch (verdict) {
    case "as issued":
      return `The sheets give the same code as on ${since}.`;
    case "replaced":
      return `Its invoice was reopened since. The statement in force has the code ${code}, of ${since}.`;
    case "in review":
      return "Its invoice is in review, so there is no final statement now. The next one replaces it.";
    default:
      return `The sheets now give the code ${code}: rows were changed since, or this code was never given out.`;
  }
}
