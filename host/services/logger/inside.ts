import { chain, type InsideService } from "../../realm/inside/kit";
import { formatString } from "../utilities/format-string";
import { consoleText } from "./console-text";
import { javaText } from "./java-text";

/** Logger and console as a script sees them; their lines are stored with the execution. */
export const logger: InsideService = (kit) => {
  let lines: string[] = [];
  const write = (level: string, text: string): void => {
    kit.ask("logger.write", level, text);
  };
  const logs = kit.define<undefined>("Logger", {
    clear: () => {
      lines = [];
    },
    getLog: () => lines.join(""),
    log: (_state, data: unknown, ...values: unknown[]) => {
      const text =
        values.length === 0 ? javaText(data) : formatString(String(data), values.map(valueText));
      lines.push(`${new Date().toString().replace(/ \(.*\)$/, "")} INFO: ${text}\n`);
      write("info", text);
      return chain;
    },
  });
  const valueText = (value: unknown): unknown =>
    typeof value === "number" ? value : javaText(value);
  const timers: Record<string, number> = {};
  const line =
    (level: string) =>
    (_state: undefined, ...values: unknown[]) =>
      write(level, consoleText(values));
  const console = kit.define<undefined>("console", {
    error: line("error"),
    info: line("info"),
    log: line("log"),
    time: (_state, label: string) => {
      timers[label] = kit.now();
    },
    timeEnd: (_state, label: string) => {
      write("debug", `${label}: ${kit.now() - (timers[label] ?? kit.now())}ms`);
    },
    warn: line("warn"),
  });
  return { Logger: logs.make(undefined), console: console.make(undefined) };
};
