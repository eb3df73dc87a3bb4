/** Stands in for clone in the bundle: json-rules-engine copies trees of conditions, which hold no cycles, dates or maps. */
export default function clone(value) {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(clone);
  const copy = Object.create(Object.getPrototypeOf(value));
  for (const name of Object.keys(value)) {
    const each = value[name];
    copy[name] = typeof each === "object" ? clone(each) : each;
  }
  return copy;
}
