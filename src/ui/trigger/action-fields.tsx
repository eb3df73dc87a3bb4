import { actionFields } from "virtual:forms";
import type { DrawField } from "./draw-field";

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
    {actionFields[action]?.map(([first, second]) =>
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
