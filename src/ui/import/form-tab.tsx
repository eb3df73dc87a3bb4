import { text } from "../format/text";
import { Button } from "../parts/button";
import { Notice } from "../parts/notice";
import type { Import } from "./use-import";

/** What becomes of the answers of an application form (PARTNER-7). */
export const FormNote = ({ job }: { readonly job: Import }) => (
  <p class="faint">
    {job.source?.tab
      ? "The answers stay in this tab, and nothing is written into it. Each waits under Applications in the sidebar until you accept or decline it."
      : "Applications come from a tab of this spreadsheet: choose the one that your form writes into."}
  </p>
);

export const TakeForm = ({ job }: { readonly job: Import }) =>
  job.source?.tab ? (
    <Button look="action" isBusy={job.isBusy} onClick={job.keepForm}>
      Take its answers as applications
    </Button>
  ) : null;

export const FormTaken = ({ job }: { readonly job: Import }) => (
  <Notice tone="good">
    <p>
      {text.count(job.done, "answer")} of this tab, and each that comes, now wait under Applications
      in the sidebar.
    </p>
  </Notice>
);
