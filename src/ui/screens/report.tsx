import { useState } from "preact/hooks";
import type { Input, Output } from "../../engine/contract/contract";
import { wordsOf } from "../form/definitions";
import { PlainField } from "../form/plain-field";
import { text } from "../format/text";
import { Button, IconButton } from "../parts/button";
import { Chips } from "../parts/chips";
import { MadeFile } from "../parts/made-file";
import { Refusal } from "../parts/notice";
import { showToast } from "../parts/toast";
import { WhenLoaded } from "../parts/when-loaded";
import { RankedPartners } from "../report/ranked-partners";
import { ReportFigures } from "../report/report-figures";
import { ScreenFrame } from "../shell/screen-frame";
import { useNamedState } from "../state/store";
import { useAct } from "../state/use-act";
import { useLoad } from "../state/use-load";

type Period = Input<"program-report">["period"];
const periods = wordsOf("program-report", "period") as readonly Period[];

/** What the program came to in a period, by currency, who earned most, and what was paid for tax papers (REPORT-1). */
export function Report() {
  const [period, setPeriod] = useNamedState<Period>("report period", "this month");
  const [chosen, setChosen] = useNamedState("report currency", "");
  const [typed, setTyped] = useState({ from: "", until: "" });
  const isOfDays = period === "other days";
  const isChosen = !isOfDays || (typed.from !== "" && typed.until !== "");
  const loaded = useLoad("program-report", { period, ...(isOfDays ? typed : {}) }, isChosen);
  const { output, isLoading, reload } = loaded;
  const dashboard = useAct("make-dashboard");
  const paid = useAct("paid-by-partner");
  const [file, setFile] = useState<Output<"paid-by-partner"> | undefined>(undefined);
  const write = async () => {
    const reply = await dashboard.start({});
    if (reply?.ok)
      showToast(`The tab “${reply.output.tab}” has all figures. Runs keep it current.`);
  };
  const makeFile = async () => {
    const reply = await paid.start({});
    if (reply?.ok) setFile(reply.output);
  };
  const reports = output?.currencies ?? [];
  const shown = reports.find(({ currency }) => currency === chosen) ?? reports[0];
  const error = dashboard.error ?? paid.error;
  return (
    <ScreenFrame
      title="Program report"
      beside={
        <IconButton icon="reload" label="Refresh" isOff={isLoading || !isChosen} onClick={reload} />
      }
      status={error && <Refusal error={error} />}
      actions={
        <>
          <Button look="action" isBusy={dashboard.isBusy} onClick={() => void write()}>
            {dashboard.isBusy ? "Writing" : "Write dashboard"}
          </Button>
          <Button isBusy={paid.isBusy} onClick={() => void makeFile()}>
            Paid by year
          </Button>
        </>
      }
    >
      {file && (
        <MadeFile file={file} about={`${text.count(file.rows, "line")}, by year and partner`} />
      )}
      <PlainField
        id="report-period"
        label="Period"
        words={periods}
        hint={
          !isChosen
            ? "Choose the first and the last day."
            : output
              ? `${text.day(output.from)} to ${text.day(output.until)}`
              : ""
        }
        value={period}
        onValue={(next) => {
          // Other days begin as those that were shown.
          if (next === "other days" && output) setTyped({ from: output.from, until: output.until });
          setPeriod(next);
        }}
      />
      {isOfDays && (
        <div class="pair">
          <PlainField
            id="report-from"
            label="From"
            isDate
            value={typed.from}
            onValue={(from) => setTyped({ ...typed, from })}
          />
          <PlainField
            id="report-until"
            label="Until"
            isDate
            value={typed.until}
            onValue={(until) => setTyped({ ...typed, until })}
          />
        </div>
      )}
      {reports.length > 1 && shown && (
        <Chips
          name="report-currency"
          label="Currency"
          options={reports.map(({ currency }) => ({ value: currency, label: currency }))}
          value={shown.currency}
          onValue={setChosen}
        />
      )}
      <WhenLoaded loaded={loaded}>
        {() =>
          isChosen &&
          shown && (
            <>
              <ReportFigures report={shown} isOneOfSeveral={reports.length > 1} />
              <RankedPartners report={shown} />
            </>
          )
        }
      </WhenLoaded>
    </ScreenFrame>
  );
}
