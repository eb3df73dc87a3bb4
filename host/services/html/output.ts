import type { ServiceClass } from "../../realm/inside/define-class";
import type { EnumValue } from "../../realm/inside/enumerations";
import { exception } from "../../realm/inside/exception";
import { chain, type Kit } from "../../realm/inside/kit";
import type { BlobState } from "../utilities/blob";
import { checkHtml } from "./check-html";
import { escapeHtml } from "./escape";
import { checkMetaTag } from "./meta-tags";
import { stripComments } from "./strip-comments";

/** The contents of an HtmlOutput; sizes in pixels. */
export interface OutputState {
  content: string;
  title: string | null;
  width: number | null;
  height: number | null;
  favicon: string | null;
  frame: string;
  readonly meta: { readonly name: string; readonly content: string }[];
}

/** A served page as plain data: what doGet answers with or a sidebar shows. */
export const servedPage = (state: OutputState) => ({
  content: stripComments(state.content),
  title: state.title ?? "",
  width: state.width,
  height: state.height,
  faviconUrl: state.favicon,
  metaTags: state.meta.map(({ name, content }) => [name, content] as const),
  xFrameOptions: state.frame,
});

/** The class HtmlOutput (reference/html/HtmlOutput; PLATFORM-84). */
export const outputClass = (kit: Kit, templateOf: (source: string) => object) => {
  const metaTags = kit.define<OutputState["meta"][number]>("HtmlService.HtmlOutputMetaTag", {
    getContent: ({ content }) => content,
    getName: ({ name }) => name,
  });
  const blob = ({ content, title }: OutputState): object =>
    (kit.provided("Blob") as ServiceClass<BlobState>).make({
      bytes: kit.ask("utilities.encode", content, "UTF_8") as number[],
      contentType: "text/html",
      name: title,
    });
  const set =
    <Value>(change: (state: OutputState, value: Value) => void) =>
    (state: OutputState, value: Value) => {
      change(state, value);
      return chain;
    };
  return kit.define<OutputState>(
    "HtmlService.HtmlOutput",
    {
      addMetaTag: (state, name: string, content: string) => {
        checkMetaTag(name);
        state.meta.push({ name, content });
        return chain;
      },
      append: set<string>((state, added) => {
        checkHtml(state.content + added);
        state.content += added;
      }),
      appendUntrusted: set<string>((state, added) => {
        state.content += escapeHtml(added);
      }),
      asTemplate: ({ content }) => templateOf(content),
      clear: set<undefined>((state) => {
        state.content = "";
      }),
      getAs: (state, type: string) => {
        if (type === "text/html") return blob(state);
        throw exception(`not in the local host: HtmlOutput.getAs ${type}`);
      },
      getBlob: blob,
      getContent: ({ content }) => content,
      getFaviconUrl: ({ favicon }) => favicon,
      getHeight: ({ height }) => height,
      getMetaTags: ({ meta }) => meta.map((tag) => metaTags.make(tag)),
      getTitle: ({ title }) => title,
      getWidth: ({ width }) => width,
      setContent: set<string>((state, content) => {
        checkHtml(content);
        state.content = content;
      }),
      setFaviconUrl: set<string>((state, url) => {
        state.favicon = url;
      }),
      setHeight: set<number>((state, height) => {
        state.height = height;
      }),
      setSandboxMode: () => chain,
      setTitle: set<string>((state, title) => {
        state.title = title;
      }),
      setWidth: set<number>((state, width) => {
        state.width = width;
      }),
      setXFrameOptionsMode: set<EnumValue>((state, mode) => {
        state.frame = mode.name();
      }),
    },
    { plain: servedPage },
  );
};
