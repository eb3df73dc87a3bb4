/**
 * The definitions behind the drawn forms, made from the use cases while bundling (scripts/build-sidebar.mjs).
 * What is blank, false or empty is left out.
 */
declare module "virtual:forms" {
  type FormField = import("../engine/contract/contract").FormField;
  type TerseField = Pick<FormField, "id" | "label" | "kind"> & Partial<FormField>;
  export const forms: {
    readonly [Call in import("./form/drawn-calls").DrawnCall]: readonly TerseField[];
  };
}
