import { useMemo, useState } from "preact/hooks";
import type { FileColumn } from "../../engine/intake/import/guess-columns";
import { mayRepeat } from "../../engine/intake/import/header-names";
import { type LineKind, lineKinds } from "../../engine/intake/import/move-row";
import { isOwnTarget, ownHeader } from "../../engine/intake/import/own-cells";
import { text } from "../format/text";
import { Button } from "../parts/button";
import { Meter } from "../parts/meter";
import { Notice, Refusal } from "../parts/notice";
import { Skeleton } from "../parts/skeleton";
import { ScreenFrame } from "../shell/screen-frame";
import { closePage } from "../state/call";
import { useLoad } from "../state/use-load";
import { addedText } from "./added-text";
import { ColumnsTable } from "./columns-table";
import { FormNote, FormTaken, TakeForm } from "./form-tab";
import { MissingColumns } from "./missing-columns";
import { Preview } from "./preview";
import { Questions } from "./questions";
import { ChooseSource } from "./source";
import { StandingOffer } from "./standing-offer";
import { UndoPanel } from "./undo-panel";
import { type Import, type Surroundings, useImport } from "./use-import";
import { lineWords } from "./words";

/** A team's own sales, from a file to rows: choose, read, look, add; and undo (IMPORT-1 to IMPORT-3). */
export function ImportScreen() {
  const context = useLoad("import-context", {});
  const sources = useLoad("import-sources", {});
  const around = useMemo<Surroundings | undefined>(
    () => context.output && sources.output && { ...context.output, ...sources.output },
    [context.output, sources.output],
  );
  const job = useImport(around);
  const error = context.error ?? sources.error;
  return (
    <ScreenFrame
      hasBack={false}
      key={job.step}
      title={titles[job.step]}
      status={job.error && <Refusal error={job.error} />}
      actions={<Actions job={job} onRestart={context.reload} />}
    >
      {error && <Refusal error={error} />}
      {!around && !error && <Skeleton rows={3} />}
      {around && <Content job={job} around={around} />}
    </ScreenFrame>
  );
}

const titles = {
  source: "Import sales",
  columns: "What the columns are",
  preview: "What the file becomes",
  sending: "Adding rows",
  done: "Imported",
} as const;

type Target = FileColumn["target"];
/** Whether two columns would become the same one, of which there may be but one; as text or as amounts. */
const isSame = (one: Target, other: Target): boolean =>
  (one === other && !mayRepeat(one)) || (isOwnTarget(one) && ownHeader(one) === ownHeader(other));

function Content({ job, around }: { readonly job: Import; readonly around: Surroundings }) {
  const { step, file, outcome } = job;
  if (step === "source")
    return <ChooseSource tabs={around.tabs} standing={around.standing} onSource={job.open} />;
  if (!file) return <Skeleton rows={3} />;
  const change = (at: number, target: (typeof file.columns)[number]["target"]) =>
    job.answer({
      targets: file.columns.map((each, n) =>
        n === at ? target : isSame(each.target, target) ? null : each.target,
      ),
    });
  if (step === "columns") {
    return (
      <>
        <p class="faint">
          From {job.source?.name}: {text.count(file.lines.length, "line")}.
          {job.from && ` Read as ${job.from === "last time" ? "" : "an export of "}${job.from}.`}
        </p>
        <div class="field">
          <label for="import-lines">The lines are</label>
          <select
            id="import-lines"
            value={job.lines}
            onChange={(event) => job.turnInto(event.currentTarget.value as LineKind)}
          >
            {lineKinds.map((each) => (
              <option key={each} value={each}>
                {lineWords[each]}
              </option>
            ))}
          </select>
        </div>
        <MissingColumns missing={file.missing} lines={job.lines} />
        <Questions
          questions={file.questions}
          answers={job.answers}
          onAnswer={job.answer}
          programCurrency={around.programCurrency}
          timeZone={around.timeZone}
        />
        <section>
          <h2>Columns</h2>
          <ColumnsTable
            columns={file.columns}
            there={job.lines === "sales" ? around : undefined}
            lines={job.lines}
            onTarget={change}
          />
        </section>
        {job.lines === "applications" && <FormNote job={job} />}
      </>
    );
  }
  if (step === "preview" && outcome) {
    const days = file.lines.flatMap((each) =>
      each.kind === "row" && !each.row.isRefund ? [each.row.date.day] : [],
    );
    return (
      <>
        <Preview
          outcome={outcome}
          part={job.parts[0]}
          parts={job.parts.length}
          lines={job.lines}
          badCsv={job.badCsv}
          since={days.reduce((first, day) => (day < first ? day : first), days[0] ?? "")}
          programStart={around.programStart}
          activeTriggers={around.activeTriggers}
          choices={job.choices}
          isBusy={job.isBusy}
          onChoices={job.choose}
        />
        {outcome.rows === 0 && <StandingOffer job={job} />}
      </>
    );
  }
  if (step === "sending") return <Progress job={job} />;
  return <Done job={job} />;
}

const Progress = ({ job: { done, parts, isBusy } }: { readonly job: Import }) => (
  <div aria-live="polite">
    <p>
      {isBusy ? "Adding" : "Stopped after"} part {isBusy ? done + 1 : done} of {parts.length}. Keep
      this window open.
    </p>
    <Meter value={done} most={parts.length} isOver={false} />
  </div>
);

function Done({ job }: { readonly job: Import }) {
  const { outcome, formId } = job;
  const [isUndoing, setUndoing] = useState(false);
  const [isUndone, setUndone] = useState(false);
  if (isUndone) return <p>The import was undone.</p>;
  if (job.lines === "applications") return <FormTaken job={job} />;
  return (
    <>
      <Notice tone="good">
        <p>
          Added: {outcome ? addedText(outcome) : "nothing"}. The next run processes what is new.
        </p>
      </Notice>
      {(outcome?.bad.length ?? 0) > 0 && (
        <p>
          {text.count(outcome?.bad.length ?? 0, "line")} could not be taken: import the file again
          once they are corrected, or say what they are. What is here is not added twice.
        </p>
      )}
      <StandingOffer job={job} />
      <div class="buttons">
        <Button onClick={() => setUndoing(true)}>Undo this import</Button>
      </div>
      {isUndoing && (
        <UndoPanel
          formId={formId}
          onClose={() => setUndoing(false)}
          onDone={() => {
            setUndoing(false);
            setUndone(true);
          }}
        />
      )}
    </>
  );
}

function Actions({ job, onRestart }: { readonly job: Import; readonly onRestart: () => void }) {
  const { step, isBusy, outcome } = job;
  const rows = outcome?.rows ?? 0;
  switch (step) {
    case "source":
      return <Button onClick={closePage}>Close</Button>;
    case "columns":
      return (
        <>
          {job.file &&
            job.file.missing.length === 0 &&
            (job.lines === "applications" ? (
              <TakeForm job={job} />
            ) : (
              <Button look="action" isBusy={isBusy} onClick={job.look}>
                {isBusy ? "Checking" : "See what it becomes"}
              </Button>
            ))}
          <Button onClick={job.back}>Another file</Button>
        </>
      );
    case "preview":
      return (
        <>
          {rows > 0 && (
            <Button look="action" isBusy={isBusy} onClick={job.send}>
              {isBusy ? "Checking" : `Add ${text.count(rows, "row")}`}
            </Button>
          )}
          <Button onClick={job.back}>Columns and questions</Button>
        </>
      );
    case "sending":
      return (
        !isBusy && (
          <Button look="action" onClick={job.goOn}>
            Go on
          </Button>
        )
      );
    default:
      return (
        <>
          <Button look="action" onClick={closePage}>
            Close
          </Button>
          <Button
            onClick={() => {
              job.restart();
              onRestart();
            }}
          >
            Import another file
          </Button>
        </>
      );
  }
}
