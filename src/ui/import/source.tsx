import { useState } from "preact/hooks";
import type { Output } from "../../engine/contract/contract";
import { Button } from "../parts/button";
import { Refusal } from "../parts/notice";
import { useAct } from "../state/use-act";
import { decode } from "./decode";
import { EarlierImports } from "./earlier-imports";
import { StandingTabs } from "./standing-tabs";

/** Text to import, and what it is called in Activity. */
export interface Source {
  readonly name: string;
  readonly text: string;
  /** The tab of this spreadsheet that it is. */
  readonly tab?: string;
}

/** Where the rows come from: a file that is dropped or chosen, pasted cells, or another tab of the spreadsheet. */
export function ChooseSource(props: {
  readonly tabs: readonly string[];
  readonly standing: Output<"import-context">["standing"];
  readonly onSource: (source: Source) => void;
}) {
  const { tabs, standing, onSource } = props;
  const [isOver, setOver] = useState(false);
  const [pasted, setPasted] = useState("");
  const [tab, setTab] = useState("");
  const readTab = useAct("read-tab");
  const take = async (file: File | undefined) => {
    if (!file) return;
    const bytes = new Uint8Array(await file.arrayBuffer());
    onSource({ name: file.name, text: decode(bytes) });
  };
  const takeTab = async () => {
    const reply = await readTab.start({ tab });
    if (reply?.ok) onSource({ name: `tab ${tab}`, text: reply.output.text, tab });
  };
  return (
    <>
      <label
        class={isOver ? "drop over" : "drop"}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void take(event.dataTransfer?.files[0]);
        }}
      >
        <span class="big">Drop a file here, or choose one</span>
        <span class="faint">
          A CSV or TSV file, as your shop, payment provider or sheet exports it. Nothing is written
          before you have seen what it becomes.
        </span>
        <input
          type="file"
          aria-label="File of sales"
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
          onChange={(event) => void take(event.currentTarget.files?.[0])}
        />
      </label>
      <div class="import-sources">
        <div class="field">
          <label for="import-paste">Or paste cells, with their headers</label>
          <textarea
            id="import-paste"
            rows={3}
            value={pasted}
            onInput={(event) => setPasted(event.currentTarget.value)}
          />
          {pasted.trim() !== "" && (
            <div class="buttons">
              <Button onClick={() => onSource({ name: "pasted cells", text: pasted })}>
                Read what is pasted
              </Button>
            </div>
          )}
        </div>
        {tabs.length > 0 && (
          <div class="field">
            <label for="import-tab">Or take a tab of this spreadsheet</label>
            <select
              id="import-tab"
              value={tab}
              onChange={(event) => setTab(event.currentTarget.value)}
            >
              <option value="">Choose a tab</option>
              {tabs.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </select>
            {tab !== "" && (
              <div class="buttons">
                <Button isBusy={readTab.isBusy} onClick={() => void takeTab()}>
                  Read this tab
                </Button>
              </div>
            )}
            {readTab.error && <Refusal error={readTab.error} />}
          </div>
        )}
      </div>
      <StandingTabs tabs={standing} />
      <EarlierImports />
    </>
  );
}
