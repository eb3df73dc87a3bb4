import { useState } from "preact/hooks";
import type { Output, ReplyError } from "../../engine/contract/contract";
import { changesOf } from "../form/changes";
import { PlainField } from "../form/plain-field";
import { Suggestions } from "../form/suggestions";
import { sumsByCurrency } from "../format/sums";
import { text } from "../format/text";
import { FormPanel } from "../parts/form-panel";
import { showToast } from "../parts/toast";
import { call } from "../state/call";
import { ChosenNames } from "./chosen-names";
import type { IndexedPartner } from "./partner-index";
import { useEach } from "./use-each";

/** What is done to many partners at once is given. */
export interface BulkProps {
  readonly partners: readonly IndexedPartner[];
  /** How many of them the list doesn't show now. */
  readonly hidden: number;
  readonly onClose: () => void;
  /** Something was done; those that are left were not reached, and stay chosen. */
  readonly onDone: (left: readonly IndexedPartner[]) => void;
  /** What was done is taken back; who is chosen by now stays chosen. */
  readonly onUndone: () => void;
}

/** "3 partners", or "3 of 12 partners" where the others were not reached. */
const countOf = (done: number, all: number): string =>
  done === all
    ? text.count(done, "partner")
    : `${text.number(done)} of ${text.count(all, "partner")}`;

/** What was undone, and why not all: the panel that could show it is closed by then. */
const withWhy = (sentence: string, refused: ReplyError | undefined): string =>
  refused ? `${sentence} ${text.refused(refused)}` : sentence;

type Changed = Output<"change-partner">;

/** Gives chosen partners a group, one after the other, with an undo; the next run processes the change. */
export function GroupPanel({ partners, hidden, onClose, onDone, onUndone }: BulkProps) {
  const [group, setGroup] = useState("");
  const each = useEach();
  const undo = async (changes: readonly Changed[]) => {
    const { done, refused } = await each.start(changes, ({ key, changed }) => {
      const side = (of: "from" | "to") =>
        Object.fromEntries(changed.map((change) => [change.id, change[of]]));
      return call("change-partner", {
        partner: key,
        ...changesOf<"change-partner">(side("from"), side("to")),
      });
    });
    showToast(withWhy(`${countOf(done, changes.length)} back in their groups.`, refused));
    onUndone();
  };
  const give = async () => {
    const wanted = group.trim();
    const changes: Changed[] = [];
    const { done } = await each.start(partners, async ([partner]) => {
      const to = wanted === "" ? { cleared: ["group"] as const } : { group: wanted };
      const reply = await call("change-partner", { partner, ...to });
      if (reply.ok && reply.output.changed.length > 0) changes.push(reply.output);
      return reply;
    });
    if (done === 0) return;
    const to = wanted === "" ? "in no group" : `in ${wanted}`;
    showToast(
      `${countOf(done, partners.length)} ${to}. The next run processes it.`,
      changes.length > 0 ? { label: "Undo", go: () => void undo(changes) } : undefined,
    );
    onDone(partners.slice(done));
    if (done === partners.length) onClose();
  };
  return (
    <FormPanel
      title={`Group of ${text.count(partners.length, "partner")}`}
      above={<ChosenNames partners={partners} hidden={hidden} />}
      error={each.error}
      isBusy={each.isBusy}
      action="Set group"
      busy={each.progress}
      onSubmit={() => void give()}
      onClose={onClose}
    >
      <PlainField
        id="bulk-group"
        label="Group"
        hint="Blank takes them out of their groups. It decides which offers they get."
        value={group}
        onValue={setGroup}
        list="bulk-group-words"
      />
      <Suggestions id="bulk-group-words" of="groups" />
    </FormPanel>
  );
}

type Archived = Output<"archive-record">;

/** Says what archiving chosen partners ends, then archives them one after the other, with an undo. */
export function ArchiveManyPanel({ partners, hidden, onClose, onDone, onUndone }: BulkProps) {
  const each = useEach();
  const [seen, setSeen] = useState<readonly Archived[] | undefined>(undefined);
  const see = async () => {
    const all: Archived[] = [];
    const { done } = await each.start(partners, async ([key]) => {
      const reply = await call("archive-record", { table: "partners", key });
      if (reply.ok) all.push(reply.output);
      return reply;
    });
    if (done === partners.length) setSeen(all);
  };
  const archive = async () => {
    const undos: { key: string; takeBack: string }[] = [];
    const { done } = await each.start(partners, async ([key]) => {
      const reply = await call("archive-record", { table: "partners", key, confirmed: true });
      if (reply.ok && reply.output.takeBack !== null) {
        undos.push({ key, takeBack: reply.output.takeBack });
      }
      return reply;
    });
    if (done === 0) return;
    const undo = async () => {
      const { done: undone, refused } = await each.start(undos, ({ key, takeBack }) =>
        call("unarchive-record", { table: "partners", key, takeBack, confirmed: true }),
      );
      showToast(withWhy(`${countOf(undone, undos.length)} active again, as before.`, refused));
      onUndone();
    };
    showToast(
      `${countOf(done, partners.length)} archived.`,
      undos.length > 0 ? { label: "Undo", go: () => void undo() } : undefined,
    );
    // What was seen is of all of them: of those that are left it is asked again.
    setSeen(undefined);
    onDone(partners.slice(done));
    if (done === partners.length) onClose();
  };
  return (
    <FormPanel
      title={`Archive ${text.count(partners.length, "partner")}?`}
      above={<ChosenNames partners={partners} hidden={hidden} />}
      error={each.error}
      isBusy={each.isBusy}
      action={seen ? "Archive" : "See what ends"}
      busy={each.progress}
      onSubmit={() => void (seen ? archive() : see())}
      onClose={onClose}
    >
      <p aria-live="polite">
        {seen ? lostText(seen) : "First see which drips end. Rewards already made are kept."}
      </p>
    </FormPanel>
  );
}

function lostText(all: readonly Archived[]): string {
  const drips = all.reduce((sum, { drips: { rows, more } }) => sum + rows.length + more, 0);
  if (drips === 0) return "No running drips end. Rewards already made are kept.";
  const sums = sumsByCurrency(all.flatMap(({ lost }) => lost)).map(({ amount, currency }) =>
    text.money(amount, currency),
  );
  return `${text.count(drips, "drip")} ${drips === 1 ? "ends" : "end"}: ${sums.join(", ")} will not be made. Rewards already made are kept.`;
}
