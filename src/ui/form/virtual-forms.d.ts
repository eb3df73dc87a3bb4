/**
 * The fields of every use case's form, taken from the use cases while bundling (scripts/build-sidebar.mjs).
 * Properties that are blank, false or empty are left out.
 */
declare module "virtual:forms" {
  type FormField = import("../../engine/contract/contract").FormField;
  type TerseField = Pick<FormField, "id" | "label" | "kind"> & Partial<FormField>;
  export const forms: {
    readonly [Name in keyof import("../../engine/contract/contract").Forms]: readonly TerseField[];
  };
}
