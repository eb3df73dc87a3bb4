import type { ActionKind } from "../../engine/kernel/vocabulary";
import type { DrawField, FieldId } from "./draw-field";

const sum: readonly FieldId[][] = [["amount", "currency"], ["percent"]];
/** The fields of each action; those in one array are drawn side by side. */
const fields: { readonly [Action in ActionKind]: readonly FieldId[][] } = {
  "grant a reward": sum,
  "start a drip": [
    ["mode"],
    ...sum,
    ["occurrences"],
    ["cycle", "cycleUnit"],
    ["delay", "delayUnit"],
  ],
  "move the partner to a group": [["group"]],
  "end the customer's drips": [],
};

/** The action, and the fields that it takes. */
export const ActionFields = ({
  action,
  draw,
}: {
  readonly action: string;
  readonly draw: DrawField;
}) => (
  <>
    {draw({ id: "action", label: "Then", hint: "" })}
    {fields[action as ActionKind]?.map(([first, second]) =>
      second ? (
        <div class="pair" key={first}>
          {first && draw({ id: first, hidesOptional: true })}
          {draw({ id: second, hint: "", hidesOptional: true })}
        </div>
      ) : (
        first && draw({ id: first, hidesOptional: true })
      ),
    )}
  </>
);
