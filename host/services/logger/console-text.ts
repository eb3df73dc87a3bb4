const quoted = (text: string): string => `'${text.replace(/\\/g, "\\\\").replace(/'/g, "\\'")}'`;

const entriesText = (entries: readonly string[], open: string, close: string): string =>
  entries.length === 0 ? `${open}${close}` : `${open} ${entries.join(", ")} ${close}`;

/** A value as console writes it inside a line: `{ a: 1, b: [ 'x' ] }`. */
const inspect = (value: unknown, seen: readonly unknown[]): string => {
  if (typeof value === "string") return quoted(value);
  if (typeof value === "function") return `[Function: ${value.name}]`;
  if (typeof value !== "object" || value === null) return String(value);
  if (seen.includes(value)) return "[Circular]";
  const deeper = [...seen, value];
  if (value instanceof Error) return value.stack ?? String(value);
  if (Array.isArray(value)) {
    return entriesText(
      value.map((each) => inspect(each, deeper)),
      "[",
      "]",
    );
  }
  if (Object.prototype.toString.call(value) === "[object Date]") return String(value);
  const entries = Object.entries(value).map(([key, each]) => `${key}: ${inspect(each, deeper)}`);
  return entriesText(entries, "{", "}");
};

/** A line of console: fills in %s, %d, %i, %f, %o and %j of the first text and appends the rest. */
export const consoleText = (values: readonly unknown[]): string => {
  const show = (value: unknown) => (typeof value === "string" ? value : inspect(value, []));
  const [first, ...rest] = values;
  if (typeof first !== "string") return values.map(show).join(" ");
  const filled = first.replace(/%[sdifoj%]/g, (mark) => {
    if (mark === "%%") return "%";
    if (rest.length === 0) return mark;
    const value = rest.shift();
    if (mark === "%s") return show(value);
    if (mark === "%d" || mark === "%f") return String(Number(value));
    return mark === "%i" ? String(Math.trunc(Number(value))) : inspect(value, []);
  });
  return [filled, ...rest.map(show)].join(" ");
};
