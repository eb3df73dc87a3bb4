/** The parts of appsscript.json that the host reads (platform.md §9). */
export interface Manifest {
  readonly timeZone?: string;
  readonly oauthScopes?: readonly string[];
  readonly dependencies?: {
    readonly enabledAdvancedServices?: readonly { readonly userSymbol: string }[];
  };
  readonly webapp?: { readonly executeAs?: string; readonly access?: string };
}
