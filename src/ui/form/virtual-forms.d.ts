/**
 * The fields of every use case's form and of every action, taken from the engine while bundling (scripts/build-sidebar.mjs).
 * Properties that are blank, false or empty are left out.
 */
declare module "virtual:forms" {
  type FormField = import("../../engine/contract/contract").FormField;
  type TerseField = Pick<FormField, "id" | "label" | "kind"> & Partial<FormField>;
  export const forms: {
    readonly [Name in keyof import("../../engine/contract/contract").Forms]: readonly TerseField[];
  };
  /** The fields of each action of triggers, by its word; those in one list stand side by side. */
  export const actionFields: Readonly<
    Record<
      string,
      readonly (readonly (keyof import("../../engine/contract/contract").Input<"save-trigger">)[])[]
    >
  >;
}
