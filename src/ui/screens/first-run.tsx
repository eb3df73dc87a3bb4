import { useState } from "preact/hooks";
import { ScheduleStep } from "../first-run/schedule-step";
import { text } from "../format/text";
import { Button } from "../parts/button";
import { Refusal } from "../parts/notice";
import { showToast } from "../parts/toast";
import { openImport } from "../shell/open-wide";
import { ScreenFrame } from "../shell/screen-frame";
import { useAct } from "../state/use-act";

type Step = "data" | "schedule";

/** What follows the set-up of the sheets: first rows (sample data, an own file, or none), then the schedule. */
export function FirstRun() {
  const [step, setStep] = useState<Step>("data");
  const sample = useAct("add-sample");
  const judge = useAct("run");
  const isBusy = sample.isBusy || judge.isBusy;
  const addSample = async () => {
    const added = await sample.start({});
    if (!added?.ok) return;
    const reply = await judge.start({ kind: "by hand" });
    if (!reply?.ok) return;
    showToast(
      `${text.count(added.output.sales, "sample sale")} added. ${text.said(reply.output.sentence)}`,
    );
    setStep("schedule");
  };
  const importFile = async () => {
    if (await openImport()) setStep("schedule");
  };
  if (step === "schedule") return <ScheduleStep />;
  return (
    <ScreenFrame title="Your first rows" hasBack={false}>
      <p class="faint">Step 2 of 3. The sheets are set up.</p>
      <section>
        <h2>Try it with sample data</h2>
        <p>Three partners with customers and sales, and two active triggers. Best in a copy.</p>
        <div class="buttons">
          <Button look="action" isBusy={isBusy} onClick={() => void addSample()}>
            {isBusy ? "Adding and running" : "Add the sample"}
          </Button>
        </div>
        {sample.error && <Refusal error={sample.error} />}
        {judge.error && <Refusal error={judge.error} />}
      </section>
      <section>
        <h2>Bring your own sales</h2>
        <p>
          A file of sales, as your shop or payment provider exports it, or cells that you paste.
        </p>
        <div class="buttons">
          <Button onClick={() => void importFile()}>Import sales</Button>
        </div>
      </section>
      <section>
        <h2>Start empty</h2>
        <p>Type or paste partners, customers and sales into their tabs when you like.</p>
        <div class="buttons">
          <Button onClick={() => setStep("schedule")}>Start empty</Button>
        </div>
      </section>
    </ScreenFrame>
  );
}
