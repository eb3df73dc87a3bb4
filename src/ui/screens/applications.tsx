import { ApplicationCard } from "../applications/application-card";
import { Chips } from "../parts/chips";
import { Notice } from "../parts/notice";
import { PageList } from "../parts/page-list";
import { openImport } from "../shell/open-wide";
import { ScreenFrame } from "../shell/screen-frame";
import { useNamedState } from "../state/store";
import { asPage, usePages } from "../state/use-pages";

const choices = [
  { value: "", label: "Waiting" },
  { value: "yes", label: "Decided" },
] as const;

/** Answers of application forms: those that wait for a decision, and those that were decided (PARTNER-7). */
export function Applications() {
  const [decided, setDecided] = useNamedState<"" | "yes">("applications decided", "");
  const list = usePages("list-applications", { decided: decided === "yes" }, asPage);
  const { tabs = [], troubles = [] } = list.output ?? {};
  return (
    <ScreenFrame title="Applications">
      {troubles.map((trouble) => (
        <Notice key={trouble} tone="warning">
          <p>{trouble}</p>
        </Notice>
      ))}
      {tabs.length > 0 && (
        <Chips
          name="applications-decided"
          label="Which"
          options={choices}
          value={decided}
          onValue={setDecided}
        />
      )}
      <PageList
        list={list}
        noun="answer"
        icon="people"
        none={
          tabs.length === 0
            ? {
                title: "No application form yet",
                advice:
                  "Let a Google Form write into a tab of this spreadsheet, then choose that tab: its answers wait here until you accept or decline them.",
                act: { label: "Choose the form's tab", go: () => void openImport() },
              }
            : decided
              ? { title: "Nothing decided yet", advice: "What you accept or decline stands here." }
              : { title: "No application waits", advice: "New answers of the form come here." }
        }
        row={(application) => (
          <ApplicationCard key={application.id} application={application} onDone={list.reload} />
        )}
      />
    </ScreenFrame>
  );
}
