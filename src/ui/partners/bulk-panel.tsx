import { useState } from "preact/hooks";
import type { Output } from "../../engine/contract/contract";
import { PlainField } from "../form/plain-field";
import { Suggestions } from "../form/suggestions";
import { sumsByCurrency } from "../format/sums";
import { text } from "../format/text";
import { FormPanel } from "../parts/form-panel";
import { showToast } from "../parts/toast";
import { call } from "../state/call";
import type { IndexedPartner } from "./partner-index";
import { useEach } from "./use-each";

interface Props {
  readonly partners: readonly IndexedPartner[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Gives chosen partners a group, one after the other, with an undo; the next run processes the change. */
export function GroupPanel({ partners, onClose, onDone }: Props) {
  const [group, setGroup] = useState("");
  const each = useEach();
  const give = (to: string | undefined) => (partner: IndexedPartner) => {
    const wanted = to ?? partner[3];
    return call("change-partner", {
      partner: partner[0],
      ...(wanted === "" ? { cleared: ["group"] } : { group: wanted }),
    });
  };
  const undo = async () => {
    const undone = await each.start(partners, give(undefined));
    showToast(`${text.count(undone, "partner")} back in their groups.`);
    onDone();
  };
  return (
    <FormPanel
      title={`Group of ${text.count(partners.length, "partner")}`}
      error={each.error}
      isBusy={each.isBusy}
      action="Set group"
      busy={each.progress}
      onSubmit={async () => {
        const done = await each.start(partners, give(group.trim()));
        if (done < partners.length) return;
        const to = group.trim() === "" ? "in no group" : `in ${group.trim()}`;
        showToast(`${text.count(done, "partner")} ${to}. The next run processes it.`, {
          label: "Undo",
          go: () => void undo(),
        });
        onDone();
        onClose();
      }}
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
export function ArchiveManyPanel({ partners, onClose, onDone }: Props) {
  const each = useEach();
  const [seen, setSeen] = useState<readonly Archived[] | undefined>(undefined);
  const see = async () => {
    const all: Archived[] = [];
    const done = await each.start(partners, async ([key]) => {
      const reply = await call("archive-record", { table: "partners", key });
      if (reply.ok) all.push(reply.output);
      return reply;
    });
    if (done === partners.length) setSeen(all);
  };
  const archive = async () => {
    const undos: { key: string; takeBack: string }[] = [];
    const done = await each.start(partners, async ([key]) => {
      const reply = await call("archive-record", { table: "partners", key, confirmed: true });
      if (reply.ok && reply.output.takeBack !== null) {
        undos.push({ key, takeBack: reply.output.takeBack });
      }
      return reply;
    });
    if (done < partners.length) return;
    const undo = async () => {
      const undone = await each.start(undos, ({ key, takeBack }) =>
        call("unarchive-record", { table: "partners", key, takeBack, confirmed: true }),
      );
      showToast(`${text.count(undone, "partner")} active again, as before.`);
      onDone();
    };
    showToast(`${text.count(done, "partner")} archived.`, { label: "Undo", go: () => void undo() });
    onDone();
    onClose();
  };
  return (
    <FormPanel
      title={`Archive ${text.count(partners.length, "partner")}?`}
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
