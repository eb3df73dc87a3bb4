import { LocaleType, LogLevel, Univer } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { CalculationMode, UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import enUS from "@univerjs/preset-sheets-core/locales/en-US";
import "@univerjs/preset-sheets-core/lib/index.css";

export type UniverParts = { readonly univer: Univer; readonly api: FUniver };

/**
 * Univer as a bare grid: without its bars and menus, and computing nothing, since the server's workbook is the truth.
 */
export function startUniver(container: HTMLElement): UniverParts {
  const univer = new Univer({
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: enUS },
    logLevel: LogLevel.ERROR,
  });
  const { plugins } = UniverSheetsCorePreset({
    container,
    header: false,
    toolbar: false,
    footer: false,
    formulaBar: false,
    contextMenu: false,
    disableAutoFocus: true,
    disableTextFormatAlert: true,
    disableTextFormatMark: true,
    formula: { initialFormulaComputing: CalculationMode.NO_CALCULATION },
    sheets: { disableForceStringAlert: true, disableForceStringMark: true },
  });
  for (const plugin of plugins) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
    else univer.registerPlugin(plugin);
  }
  const api = FUniver.newAPI(univer);
  const dark = matchMedia("(prefers-color-scheme: dark)");
  api.toggleDarkMode(dark.matches);
  dark.addEventListener("change", ({ matches }) => api.toggleDarkMode(matches));
  return { univer, api };
}
