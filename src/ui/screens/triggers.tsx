import { useEffect, useRef, useState } from "preact/hooks";
import { Button } from "../parts/button";
import { ListStates } from "../parts/list-states";
import { Refusal } from "../parts/notice";
import { Pager } from "../parts/pager";
import { SearchBox } from "../parts/search-box";
import { catchFocus } from "../shell/focus";
import { ScreenFrame } from "../shell/screen-frame";
import { say } from "../shell/toast";
import { useKept } from "../state/store";
import { useAct } from "../state/use-act";
import { useLoad } from "../state/use-load";
import { useSettled } from "../state/use-settled";
import { ExportPanel } from "../triggers/export-panel";
import { GalleryPanel } from "../triggers/gallery-panel";
import { ImportPanel } from "../triggers/import-panel";
import { TriggerCard, type TriggerLine } from "../triggers/trigger-card";

type Asking = "new" | "import" | "export";

/** The triggers in the order in which they run, moved by drag or by keyboard, set active or paused. */
export function Triggers() {
  const [search, setSearch] = useKept("triggers search", "");
  const [page, setPage] = useKept("triggers page", 1);
  const [asking, setAsking] = useState<Asking | undefined>(undefined);
  const settled = useSettled(search, 250);
  const list = useLoad("list-triggers", { search: settled, page });
  const move = useAct("move-trigger");
  const set = useAct("set-trigger-state");
  const dragged = useRef<TriggerLine | undefined>(undefined);
  const focusNext = useRef("");
  const triggers = list.output;
  useEffect(() => {
    // A row that moves in the page loses the focus of its buttons.
    if (focusNext.current !== "") document.getElementById(focusNext.current)?.focus();
    else if (triggers) catchFocus();
    focusNext.current = "";
  }, [triggers]);
  const refusal = move.error ?? set.error;

  const moveTo = async (line: TriggerLine, place: number, focus: string, isBack = false) => {
    const reply = await move.start({ trigger: line.key, place });
    if (!reply?.ok) return;
    focusNext.current = focus;
    const { name, of, place: now } = reply.output;
    const { place: before } = line;
    say(
      `“${name}” now runs ${now} of ${of}.`,
      isBack || before === null
        ? undefined
        : { label: "Undo", go: () => void moveTo(line, before, "", true) },
    );
    list.reload();
  };
  const setState = async (key: string, state: string, isBack = false) => {
    const reply = await set.start({ trigger: key, state });
    if (!reply?.ok) return;
    const { name, from, overlaps, runningDrips } = reply.output;
    const others = overlaps.map((each) => each.name).join(", ");
    say(
      state === "active"
        ? `“${name}” is active.${others && ` It overlaps with ${others}.`}`
        : `“${name}” is ${state}.${runningDrips > 0 ? " Its drips run on." : ""}`,
      isBack ? undefined : { label: "Undo", go: () => void setState(key, from, true) },
    );
    list.reload();
  };
  const close = () => setAsking(undefined);

  return (
    <ScreenFrame
      title="Triggers"
      actions={
        <>
          <Button look="action" icon="plus" onClick={() => setAsking("new")}>
            New trigger
          </Button>
          <Button look="text" onClick={() => setAsking("import")}>
            Import
          </Button>
          <Button look="text" onClick={() => setAsking("export")}>
            Export
          </Button>
        </>
      }
    >
      <SearchBox
        id="triggers-search"
        label="Find triggers by name, event or rules"
        hint="Name, event or rules"
        value={search}
        onValue={(value) => {
          setSearch(value);
          setPage(1);
        }}
      />
      {refusal && <Refusal error={refusal} />}
      <ListStates
        loaded={list}
        isEmpty={({ total }) => total === 0}
        icon="trigger"
        none={
          settled === ""
            ? {
                title: "No triggers yet",
                advice: "A trigger makes rewards by itself. Begin with a ready one: New trigger.",
              }
            : { title: "No trigger matches", advice: "Look for a part of its name or rules." }
        }
      >
        {(found) => (
          <>
            <ul class="card">
              {found.rows.map((line) => (
                <li
                  key={line.key}
                  class="drip"
                  aria-label={line.name}
                  draggable={line.place !== null}
                  onDragStart={() => {
                    dragged.current = line;
                  }}
                  onDragOver={(event) => event.preventDefault()}
                  onDrop={(event) => {
                    event.preventDefault();
                    const from = dragged.current;
                    if (from && line.place !== null && from.key !== line.key)
                      void moveTo(from, line.place, "");
                  }}
                >
                  <TriggerCard
                    line={line}
                    of={found.running}
                    isBusy={move.isBusy || set.isBusy}
                    onMove={(place, focus) => void moveTo(line, place, focus)}
                    onState={(state) => void setState(line.key, state)}
                  />
                </li>
              ))}
            </ul>
            <Pager of={found} noun="trigger" onPage={setPage} />
          </>
        )}
      </ListStates>
      {asking === "new" && <GalleryPanel gallery={triggers?.gallery ?? []} onClose={close} />}
      {asking === "export" && <ExportPanel onClose={close} />}
      {asking === "import" && (
        <ImportPanel
          onClose={close}
          onDone={() => {
            close();
            list.reload();
          }}
        />
      )}
    </ScreenFrame>
  );
}
