const dateText = (date: Date): string => {
  const [, weekday, day, month, year, time] =
    /^(\w+), (\d+) (\w+) (\d+) (\S+)/.exec(date.toUTCString()) ?? [];
  return `${weekday} ${month} ${day} ${time} GMT ${year}`;
};

/** A value as Logger writes it, in Java's way: 5 is "5.0", objects are "{a=1.0}", lists "[1.0]". */
export const javaText = (value: unknown, seen: readonly unknown[] = []): string => {
  if (typeof value === "number") {
    return Number.isInteger(value) && Math.abs(value) < 1e7 ? value.toFixed(1) : String(value);
  }
  if (typeof value !== "object" || value === null) return String(value);
  if (seen.includes(value)) return "...";
  const deeper = [...seen, value];
  if (Array.isArray(value)) return `[${value.map((each) => javaText(each, deeper)).join(", ")}]`;
  if (Object.prototype.toString.call(value) === "[object Date]") return dateText(value as Date);
  const own = Object.entries(value);
  const proto: unknown = Object.getPrototypeOf(value);
  if (proto !== Object.prototype && proto !== null) return String(value);
  return `{${own.map(([key, each]) => `${key}=${javaText(each, deeper)}`).join(", ")}}`;
};
