import { client } from "../state/client-state";
import { usePart } from "../state/store";
import { AskBox } from "./ask-box";
import { BottomPanel } from "./bottom-panel";
import { Charts } from "./charts";
import { Choices } from "./choices";
import { ContextMenu } from "./context-menu";
import { DialogFrame } from "./dialog-frame";
import { FilterBox } from "./filter-box";
import { FindBox } from "./find-box";
import { FormulaBar } from "./formula-bar";
import { GridView } from "./grid-view";
import { LiveCell } from "./live-cell";
import { NoteCard } from "./note-card";
import { NoticeBox } from "./notice-box";
import { QuestionBox } from "./question-box";
import { SheetTabs } from "./sheet-tabs";
import { Sidebar } from "./sidebar";
import { Toasts } from "./toasts";
import { TopBar } from "./top-bar";

/** The whole page, laid out like Google Sheets. */
export function App() {
  const isReady = usePart(client, ({ page }) => page !== null);
  return (
    <div class="app">
      <TopBar />
      <FormulaBar />
      <div class="middle">
        <GridView />
        <Sidebar />
      </div>
      {isReady && <SheetTabs />}
      <Charts />
      <BottomPanel />
      <ContextMenu />
      <Choices />
      <FilterBox />
      <FindBox />
      <NoteCard />
      <DialogFrame />
      <AskBox />
      <QuestionBox />
      <NoticeBox />
      <Toasts />
      <LiveCell />
    </div>
  );
}
