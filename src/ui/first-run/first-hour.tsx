import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Output } from "../../engine/contract/contract";
import { text } from "../format/text";
import { runNow, runStore } from "../home/run-store";
import { chosenPartner } from "../manual-reward/chosen-partner";
import { Button } from "../parts/button";
import { Icon } from "../parts/icon";
import { Panel } from "../parts/panel";
import { WhenLoaded } from "../parts/when-loaded";
import { chooseCustomer } from "../record/use-chosen";
import { openReward } from "../rewards/opened-reward";
import { openImport } from "../shell/open-wide";
import { open } from "../shell/router";
import { useStore } from "../state/store";
import { useDraft } from "../state/use-draft";
import { useLoad } from "../state/use-load";
import { withoutTriggers } from "../state/without-triggers";
import { openTemplates } from "../triggers/gallery-panel";

type Steps = Output<"first-hour">;

/**
 * The first steps of a new program, each with its button and its tick, until all are done or the person hides them
 * (RUN-21). `isNew` says that nothing was earned yet; who saw the steps then sees them to their end.
 */
export function FirstHour({ isNew }: { readonly isNew: boolean }) {
  const [state, setState] = useDraft<"" | "begun" | "done">("first hour", "");
  const isShown = state === "begun" || (state === "" && isNew);
  const loaded = useLoad("first-hour", {}, isShown);
  const run = useStore(runStore).status;
  const [isInviting, setInviting] = useState(false);
  const { reload } = loaded;
  useEffect(() => {
    if (isShown && state === "") setState("begun");
  });
  useEffect(() => {
    if (loaded.output) withoutTriggers.set(loaded.output.activeTriggers === 0);
  }, [loaded.output]);
  useEffect(() => {
    if (run === "done" && isShown) reload();
  }, [run, isShown, reload]);
  if (!isShown) return null;
  return (
    <section aria-labelledby="first-hour">
      <h2 id="first-hour" class="line">
        First steps
        <Button look="text" label="Hide the first steps" onClick={() => setState("done")}>
          Hide
        </Button>
      </h2>
      <WhenLoaded loaded={loaded} bars={5}>
        {(steps) => (
          <Lines steps={steps} isRunning={run === "running"} onInvite={() => setInviting(true)} />
        )}
      </WhenLoaded>
      {isInviting && (
        <InvitePanel
          onClose={() => setInviting(false)}
          onDone={() => {
            setInviting(false);
            setState("done");
          }}
        />
      )}
    </section>
  );
}

function Lines(props: {
  readonly steps: Steps;
  readonly isRunning: boolean;
  readonly onInvite: () => void;
}) {
  const { steps, isRunning, onInvite } = props;
  const { partners, partner, customers, customer, sales, activeTriggers, runs, reward } = steps;
  const hasRun = runs > 0 && sales > 0 && activeTriggers > 0;
  const addCustomer = () => {
    if (partner) chosenPartner.set({ ...partner, about: partner.key });
    open({ screen: "record", about: partner ? `customer ${partner.key}` : "customer" });
  };
  const recordSale = () => {
    if (!customer) return;
    chooseCustomer({ ...customer, about: customer.key });
    open({ screen: "record", about: `sale ${customer.key}` });
  };
  const done = [partners > 0, sales > 0, activeTriggers > 0, hasRun, false];
  const next = done.indexOf(false);
  const button = (at: number, label: string, go: () => void) => (
    <Button look={at === next ? "outlined" : "text"} isBusy={at === 3 && isRunning} onClick={go}>
      {label}
    </Button>
  );
  return (
    <ol class="card steps">
      <Step
        isDone={partners > 0}
        title="Add a partner"
        about={
          partners > 0
            ? text.count(partners, "partner")
            : "Who brings you customers and earns for it."
        }
      >
        {partners === 0 &&
          button(0, "Add partner", () => open({ screen: "record", about: "partner" }))}
      </Step>
      <Step
        isDone={sales > 0}
        title="A customer and a sale, or an import"
        about={
          sales > 0
            ? `${text.count(customers, "customer")}, ${text.count(sales, "sale")}`
            : customer
              ? `${customer.name} is there: record what they bought.`
              : "A customer whom the partner brought, or a file of your sales."
        }
      >
        {sales === 0 && (
          <>
            {customer
              ? button(1, "Record a sale", recordSale)
              : button(1, "Add customer", addCustomer)}
            <Button look="text" onClick={() => void openImport()}>
              Import sales
            </Button>
          </>
        )}
      </Step>
      <Step
        isDone={activeTriggers > 0}
        title="Write a trigger"
        about={
          activeTriggers > 0
            ? `${text.count(activeTriggers, "trigger")} active`
            : "What partners earn, and for what. A run processes each sale once, and checks it against the triggers active then."
        }
      >
        {activeTriggers === 0 && button(2, "Choose a template", openTemplates)}
      </Step>
      <Step
        isDone={hasRun}
        title="Run it"
        about={
          reward
            ? `The first reward: ${text.money(reward.amount, reward.currency)} for ${reward.partnerName}.`
            : hasRun
              ? "The run earned nothing: open a sale's row to see why."
              : "Then it runs each night."
        }
      >
        {reward ? (
          <Button look="text" onClick={() => openReward(reward.key)}>
            See why
          </Button>
        ) : (
          !hasRun && button(3, isRunning ? "Running" : "Run it now", () => void runNow())
        )}
      </Step>
      <Step
        isDone={false}
        title="Invite your team"
        about="Share the spreadsheet with who reviews and pays."
      >
        {button(4, "How to invite", onInvite)}
      </Step>
    </ol>
  );
}

function Step(props: {
  readonly isDone: boolean;
  readonly title: string;
  readonly about: string;
  readonly children: ComponentChildren;
}) {
  const { isDone, title, about, children } = props;
  return (
    <li class={`row ${isDone ? "calm" : ""}`}>
      <Icon name={isDone ? "done" : "circle"} />
      <div class="grow">
        <p class="strong">
          {title}
          {isDone && <span class="unseen">, done</span>}
        </p>
        <p class="faint">{about}</p>
        {children && <div class="buttons">{children}</div>}
      </div>
    </li>
  );
}

function InvitePanel(props: { readonly onClose: () => void; readonly onDone: () => void }) {
  return (
    <Panel title="Invite your team" onClose={props.onClose}>
      <ol class="plain">
        <li>Press Share at the top right of the spreadsheet.</li>
        <li>Add your colleagues as editors: each finds this sidebar in the menu Tributary.</li>
        <li>Google asks each of them once for permission.</li>
      </ol>
      <p class="faint">Whoever may edit sees and changes all of it. Partners never need access.</p>
      <div class="buttons">
        <Button look="action" onClick={props.onDone}>
          Done
        </Button>
        <Button onClick={props.onClose}>Later</Button>
      </div>
    </Panel>
  );
}
