import { partnerForm } from "../../intake/new-partner";
import { previewEvent } from "../shared/foresee-event";
import { recordRow } from "../shared/record-row";

export const addPartner = recordRow(
  "add-partner",
  partnerForm,
  ["settings", "partners", "activity"],
  ({ name }) => ({ what: "Added a partner", to: name }),
);
export const previewPartner = previewEvent(
  "preview-partner",
  partnerForm,
  "partner joined or changed group",
);
