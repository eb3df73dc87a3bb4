/** Modules that scripts/build-host.mjs makes while it bundles. */
declare module "virtual:inside" {
  /** The services' script, whose completion value is the module of services/install.ts. */
  export const source: string;
}

declare module "virtual:signatures" {
  /** JSON of each Apps Script class by name; made from @types/google-apps-script. */
  export const signatures: Readonly<Record<string, string>>;
  /** The members of each enum by its name ("ProtectionType"). */
  export const enums: Readonly<Record<string, readonly string[]>>;
}
