import { customerForm } from "../../intake/new-customer";
import { previewEvent } from "../shared/foresee-event";
import { recordRow } from "../shared/record-row";

export const addCustomer = recordRow(
  "add-customer",
  customerForm,
  ["settings", "partners", "customers", "activity"],
  ({ name, key, partner }) => ({ what: "Added a customer", to: `${name ?? key}, of ${partner}` }),
);
export const previewCustomer = previewEvent("preview-customer", customerForm, "customer created");
