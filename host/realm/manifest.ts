/** The parts of appsscript.json that the host reads (PLATFORM-90). */
export interface Manifest {
  readonly timeZone?: string;
  readonly oauthScopes?: readonly string[];
  readonly dependencies?: {
    readonly enabledAdvancedServices?: readonly { readonly userSymbol: string }[];
  };
  readonly webapp?: { readonly executeAs?: string; readonly access?: string };
}
