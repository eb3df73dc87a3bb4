import type { SheetInfo } from "../../wire";
import { act } from "../state/call";

/** The field for a sheet's new name; Enter takes it, Escape keeps the old one. */
export function RenameTab({
  sheet,
  done,
}: {
  readonly sheet: SheetInfo;
  readonly done: () => void;
}) {
  const finish = (name: string): void => {
    done();
    if (name.trim() !== "" && name !== sheet.name)
      void act("rename-sheet", { sheet: sheet.id, name });
  };
  return (
    <input
      class="tab-name"
      aria-label={`New name of ${sheet.name}`}
      value={sheet.name}
      ref={(input) => input?.select()}
      onBlur={(event) => finish(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === "Enter") event.currentTarget.blur();
        if (event.key === "Escape") done();
      }}
    />
  );
}
