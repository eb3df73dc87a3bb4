import { useState } from "preact/hooks";
import type { Output } from "../../engine/contract/contract";
import { asOneSentence } from "../../engine/kernel/cells";
import { text } from "../format/text";
import { Button } from "../parts/button";
import { Notice, Refusal } from "../parts/notice";
import { showToast } from "../parts/toast";
import { ScreenFrame } from "../shell/screen-frame";
import { useAct } from "../state/use-act";

type ImportReport = Output<"import-transactions">;

/**
 * Imports a CSV file of transactions: shows how each column is read and what each line becomes before anything is
 * written.
 */
export function ImportStep(props: { readonly onDone: () => void; readonly onBack: () => void }) {
  const [file, setFile] = useState("");
  const [report, setReport] = useState<ImportReport | undefined>(undefined);
  const [fromFirst, setFromFirst] = useState(true);
  const act = useAct("import-transactions");
  const check = async (content: string, begins: boolean, confirmed: boolean) => {
    const reply = await act.start({ text: content, fromFirst: begins, confirmed });
    if (!reply?.ok) return;
    setReport(reply.output);
    if (reply.output.kind === "preview") return;
    showToast(
      `${text.count(reply.output.sales, "transaction")} added. The next run processes them.`,
    );
    props.onDone();
  };
  const choose = async (chosen: File | undefined) => {
    if (!chosen) return;
    const content = await chosen.text();
    setFile(content);
    setReport(undefined);
    await check(content, fromFirst, false);
  };
  const canAdd = report !== undefined && report.sales > 0;
  return (
    <ScreenFrame
      title="Your own sales"
      status={act.error && <Refusal error={act.error} />}
      actions={
        <>
          {canAdd && (
            <Button
              look="action"
              isBusy={act.isBusy}
              onClick={() => void check(file, fromFirst, true)}
            >
              Add {text.count(report.sales, "transaction")}
            </Button>
          )}
          <Button onClick={props.onBack}>Back</Button>
        </>
      }
    >
      <p class="faint">Step 2 of 3.</p>
      <div class="field">
        <label for="import-file">A CSV file of transactions</label>
        <input
          id="import-file"
          type="file"
          accept=".csv,text/csv"
          onChange={(event) => void choose(event.currentTarget.files?.[0])}
        />
        <p class="hint">At least a customer, a date and an amount.</p>
      </div>
      {report && (
        <>
          <div class="field inline">
            <label for="import-first">Start the program with the first of these sales</label>
            <input
              id="import-first"
              type="checkbox"
              checked={fromFirst}
              onChange={(event) => {
                setFromFirst(event.currentTarget.checked);
                void check(file, event.currentTarget.checked, false);
              }}
            />
            <p class="hint">Sales from before the program's start earn nothing.</p>
          </div>
          <Report report={report} />
        </>
      )}
    </ScreenFrame>
  );
}

function Report({ report }: { readonly report: ImportReport }) {
  const counts = [
    text.count(report.sales, "new transaction"),
    text.count(report.customers, "new customer"),
    text.count(report.partners, "new partner"),
  ];
  if (report.known > 0) counts.push(`${text.count(report.known, "line")} already here`);
  if (report.history > 0)
    counts.push(`${report.history} before the program's start, which earn nothing`);
  return (
    <div aria-live="polite">
      {report.missing.length > 0 && (
        <Notice tone="error">
          <p>
            No column was found for {report.missing.join(" and ")}. Rename a header in the file to
            and choose it again.
          </p>
        </Notice>
      )}
      <section>
        <h2>{text.count(report.lines, "line")}</h2>
        <ul>
          {counts.map((count) => (
            <li key={count}>{count}</li>
          ))}
        </ul>
      </section>
      {report.badLines > 0 && (
        <section>
          <h2>{text.count(report.badLines, "line")} to correct in the file</h2>
          <ul class="spaced">
            {report.bad.map(({ line, reasons }) => (
              <li key={line} class="field-error">
                Line {line}: {asOneSentence(reasons)}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>Columns</h2>
        <ul>
          {report.columns.map(({ header, column }) => (
            <li key={header}>
              {header}: {column ?? <span class="faint">left out</span>}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
