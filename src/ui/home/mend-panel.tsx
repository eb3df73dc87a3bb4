import { useState } from "preact/hooks";
import type { Output } from "../../engine/contract/contract";
import type { Choice } from "../form/choice";
import { text } from "../format/text";
import { PartnerField } from "../manual-reward/partner-field";
import { Button } from "../parts/button";
import { Refusal } from "../parts/notice";
import { Panel } from "../parts/panel";
import { WhenLoaded } from "../parts/when-loaded";
import { useAct } from "../state/use-act";
import { useLoad } from "../state/use-load";
import { ProcessAgain } from "./process-again";

type Listed = Output<"list-nothing-earned">;

/** Mends sales that earned nothing: gives their customers a partner, and processes them again (IMPORT-7). */
export function MendPanel({ onClose }: { readonly onClose: () => void }) {
  const loaded = useLoad("list-nothing-earned", {});
  return (
    <Panel title="Sales that earned nothing" onClose={onClose}>
      <WhenLoaded loaded={loaded} bars={3}>
        {(listed) => (
          <>
            <Unassigned listed={listed} onDone={loaded.reload} />
            <Early listed={listed} onDone={loaded.reload} />
            <Untriggered listed={listed} onDone={loaded.reload} />
            {listed.customers.length + listed.earlySales + listed.untriggeredSales === 0 && (
              <p>Nothing is left to fix here. Home shows what the last runs said for a week.</p>
            )}
          </>
        )}
      </WhenLoaded>
    </Panel>
  );
}

interface Part {
  readonly listed: Listed;
  readonly onDone: () => void;
}

function Unassigned({ listed: { customers, moreCustomers }, onDone }: Part) {
  const free = customers.filter(({ partner }) => partner === "");
  const assigned = customers.filter(({ partner }) => partner !== "");
  const [search, setSearch] = useState("");
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [partner, setPartner] = useState<Choice | undefined>(undefined);
  const act = useAct("assign-partner");
  const found = free.filter(({ key, name }) =>
    `${key} ${name}`.toLowerCase().includes(search.trim().toLowerCase()),
  );
  const assign = async () => {
    if (!partner) return;
    const reply = await act.start({ customers: ticked, partner: partner.key });
    if (!reply?.ok) return;
    setTicked([]);
    onDone();
  };
  return (
    <>
      {assigned.length > 0 && (
        <section>
          <h2>{text.count(assigned.length, "customer")} with a partner now</h2>
          <ProcessAgain keys={assigned.flatMap(({ sales }) => sales)} onDone={onDone} />
        </section>
      )}
      {free.length > 0 && (
        <section>
          <h2>{text.count(free.length + moreCustomers, "customer")} without a partner</h2>
          <p class="faint">
            Assign those that a partner brought. The others are right as they are.
          </p>
          <div class="field">
            <label for="nothing-search">Find a customer</label>
            <input
              id="nothing-search"
              value={search}
              onInput={(event) => setSearch(event.currentTarget.value)}
            />
          </div>
          <label class="choice pick">
            <input
              type="checkbox"
              checked={found.length > 0 && found.every(({ key }) => ticked.includes(key))}
              onChange={(event) =>
                setTicked(event.currentTarget.checked ? found.map(({ key }) => key) : [])
              }
            />
            All {found.length}
          </label>
          <ul class="card inner">
            {found.slice(0, 50).map(({ key, name, sales }) => (
              <li key={key}>
                <label class="choice pick">
                  <input
                    type="checkbox"
                    checked={ticked.includes(key)}
                    onChange={() =>
                      setTicked(
                        ticked.includes(key)
                          ? ticked.filter((each) => each !== key)
                          : [...ticked, key],
                      )
                    }
                  />
                  {name} <span class="faint">{text.count(sales.length, "sale")}</span>
                </label>
              </li>
            ))}
          </ul>
          <PartnerField
            id="nothing-partner"
            chosen={partner}
            error={undefined}
            onChoose={setPartner}
          />
          {act.error && <Refusal error={act.error} />}
          {partner && ticked.length > 0 && (
            <div class="buttons">
              <Button look="action" isBusy={act.isBusy} onClick={() => void assign()}>
                Assign {text.count(ticked.length, "customer")}
              </Button>
            </div>
          )}
        </section>
      )}
    </>
  );
}

function Untriggered({ listed: { untriggered, untriggeredSales }, onDone }: Part) {
  if (untriggeredSales === 0) return null;
  return (
    <section>
      <h2>{text.count(untriggeredSales, "sale")} processed without a trigger</h2>
      <p class="faint">
        No trigger for sales was active when the run processed them. Once you have activated one,
        see what they would earn.
      </p>
      <ProcessAgain keys={untriggered} onDone={onDone} />
    </section>
  );
}

function Early({ listed: { early, earlySales, programStart, since }, onDone }: Part) {
  const [isMoving, setMoving] = useState(false);
  const act = useAct("change-settings");
  if (earlySales === 0) return null;
  // Only where all of them are processed again can the start move before them.
  const movesTo = early.length === earlySales ? since : null;
  const done = async () => {
    if (isMoving && movesTo) {
      const reply = await act.start({ programStart: movesTo });
      if (!reply?.ok) return;
    }
    onDone();
  };
  return (
    <section>
      <h2>{text.count(earlySales, "sale")} from before the program's start</h2>
      <p class="faint">
        The program starts on {text.day(programStart)} (Settings). Sales from before earn nothing
        unless they are processed again.
      </p>
      {movesTo && (
        <label class="choice pick">
          <input
            type="checkbox"
            checked={isMoving}
            onChange={(event) => setMoving(event.currentTarget.checked)}
          />
          Then move the start to {text.day(movesTo)}, so that later rows from before earn by
          themselves
        </label>
      )}
      {act.error && <Refusal error={act.error} />}
      <ProcessAgain keys={early} onDone={() => void done()} />
    </section>
  );
}
