import { useEffect, useRef, useState } from "preact/hooks";
import type { TriggerState } from "../../engine/kernel/vocabulary";
import { Button } from "../parts/button";
import { ListSearch } from "../parts/list-search";
import { Refusal } from "../parts/notice";
import { PageList } from "../parts/page-list";
import { showToast } from "../parts/toast";
import { restoreFocus } from "../shell/focus";
import { ScreenFrame } from "../shell/screen-frame";
import { useAct } from "../state/use-act";
import { asPage, usePages } from "../state/use-pages";
import { useSearch } from "../state/use-search";
import { withoutTriggers } from "../state/without-triggers";
import { OverlapPanel, type OverlapQuestion } from "../trigger/overlap-panel";
import { ExportPanel } from "../triggers/export-panel";
import { GalleryPanel, takeTemplatesAsked } from "../triggers/gallery-panel";
import { ImportPanel } from "../triggers/import-panel";
import { TriggerCard, type TriggerLine } from "../triggers/trigger-card";

type PanelName = "new" | "import" | "export";

/** The triggers in the order in which they run; they are moved by drag or keyboard, activated and paused. */
export function Triggers() {
  const search = useSearch("triggers");
  const [openPanel, setOpenPanel] = useState<PanelName | undefined>(() =>
    takeTemplatesAsked() ? "new" : undefined,
  );
  const list = usePages("list-triggers", { search: search.query }, asPage);
  const move = useAct("move-trigger");
  const set = useAct("set-trigger-state");
  const dragged = useRef<TriggerLine | undefined>(undefined);
  const focusNext = useRef("");
  const triggers = list.output;
  useEffect(() => {
    // A row that moves in the page loses the focus of its buttons.
    if (focusNext.current !== "") document.getElementById(focusNext.current)?.focus();
    else if (triggers) restoreFocus();
    focusNext.current = "";
  }, [triggers]);
  const refusal = move.error ?? set.error;

  const moveTo = async (line: TriggerLine, place: number, focus: string, isBack = false) => {
    const reply = await move.start({ trigger: line.key, place });
    if (!reply?.ok) return;
    focusNext.current = focus;
    const { name, of, place: now } = reply.output;
    const { place: before } = line;
    showToast(
      `“${name}” now runs ${now} of ${of}.`,
      isBack || before === null
        ? undefined
        : { label: "Undo", go: () => void moveTo(line, before, "", true) },
    );
    list.reload();
  };
  const [asked, setAsked] = useState<{ key: string; question: OverlapQuestion } | undefined>();
  const setState = async (key: string, state: TriggerState, isBack = false, ask = !isBack) => {
    const reply = await set.start({ trigger: key, state, ask });
    if (!reply?.ok) return;
    const { name, from, overlaps, runningDrips, question } = reply.output;
    setAsked(question ? { key, question } : undefined);
    if (question) return;
    withoutTriggers.set(false);
    const others = overlaps.map((each) => each.name).join(", ");
    showToast(
      state === "active"
        ? `“${name}” is active.${others && ` It overlaps with ${others}.`}`
        : `“${name}” is ${state}.${runningDrips > 0 ? " Its drips keep running." : ""}`,
      isBack ? undefined : { label: "Undo", go: () => void setState(key, from, true) },
    );
    list.reload();
  };
  const close = () => setOpenPanel(undefined);

  return (
    <ScreenFrame
      title="Triggers"
      actions={
        <>
          <Button look="action" icon="plus" onClick={() => setOpenPanel("new")}>
            New trigger
          </Button>
          <Button look="text" onClick={() => setOpenPanel("import")}>
            Import
          </Button>
          <Button look="text" onClick={() => setOpenPanel("export")}>
            Export
          </Button>
        </>
      }
    >
      <ListSearch
        search={search}
        id="triggers-search"
        label="Find triggers by name, event or rules"
        hint="Name, event or rules"
      />
      {refusal && <Refusal error={refusal} />}
      <PageList
        list={list}
        noun="trigger"
        icon="trigger"
        none={
          search.query === ""
            ? {
                title: "No triggers yet",
                advice: "A trigger makes rewards automatically. Start from a template.",
                act: { label: "Choose a template", go: () => setOpenPanel("new") },
              }
            : { title: "No trigger matches", advice: "Look for a part of its name or rules." }
        }
        row={(line) => (
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
              of={triggers?.running ?? 0}
              isBusy={move.isBusy || set.isBusy}
              onMove={(place, focus) => void moveTo(line, place, focus)}
              onState={(state) => void setState(line.key, state)}
            />
          </li>
        )}
      />
      {asked && (
        <OverlapPanel
          question={asked.question}
          isBusy={set.isBusy}
          onGo={() => void setState(asked.key, "active", false, false)}
          onClose={() => setAsked(undefined)}
        />
      )}
      {openPanel === "new" && <GalleryPanel gallery={triggers?.gallery ?? []} onClose={close} />}
      {openPanel === "export" && <ExportPanel onClose={close} />}
      {openPanel === "import" && (
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
