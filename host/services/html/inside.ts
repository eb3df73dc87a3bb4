import type { ServiceClass } from "../../realm/inside/define-class";
import { exception } from "../../realm/inside/exception";
import type { InsideService } from "../../realm/inside/kit";
import { checkHtml } from "./check-html";
import { outputClass } from "./output";
import { evaluateTemplate, templateCode } from "./template";

interface TemplateState {
  readonly source: string;
  /** The object itself, on which a script sets the template's variables. */
  readonly self: () => object;
}

/** HtmlService as a script sees it (reference/html; PLATFORM-83, PLATFORM-84). */
export const html: InsideService = (kit) => {
  const outputOf = (content: string): object => {
    checkHtml(content);
    return outputs.make({
      content,
      title: null,
      width: null,
      height: null,
      favicon: null,
      frame: "DEFAULT",
      meta: [],
    });
  };
  const templateOf = (source: string): object => {
    const made: object = templates.make({ source, self: () => made });
    return made;
  };
  const outputs = outputClass(kit, templateOf);
  const templates: ServiceClass<TemplateState> = kit.define<TemplateState>(
    "HtmlService.HtmlTemplate",
    {
      evaluate: ({ source, self }) => outputOf(evaluateTemplate(source, self())),
      getCode: ({ source }) => templateCode(source),
      getCodeWithComments: ({ source }) => templateCode(source),
      getRawContent: ({ source }) => source,
    },
  );
  kit.provide("HtmlOutput", () => outputs);
  const file = (name: string): string => String(kit.ask("html.file", name));
  const text = (source: unknown): string => {
    if (typeof source === "string") return source;
    const blob = source as { readonly getDataAsString?: () => unknown } | null | undefined;
    if (typeof blob?.getDataAsString === "function") return String(blob.getDataAsString());
    throw exception("Invalid argument: html");
  };
  const service = kit.define<undefined>(
    "HtmlService",
    {
      createHtmlOutput: (_state, ...given: unknown[]) =>
        outputOf(given.length === 0 ? "" : text(given[0])),
      createHtmlOutputFromFile: (_state, name: string) => outputOf(file(name)),
      createTemplate: (_state, source: unknown) => templateOf(text(source)),
      createTemplateFromFile: (_state, name: string) => templateOf(file(name)),
    },
    {
      properties: {
        SandboxMode: kit.enumeration("SandboxMode"),
        XFrameOptionsMode: kit.enumeration("XFrameOptionsMode"),
      },
    },
  );
  return { HtmlService: service.make(undefined) };
};
