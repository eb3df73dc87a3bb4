/** A sheet's name without the quotes of a reference: 'It''s' is It's. */
export function unquote(name: string): string {
  return name.startsWith("'") && name.endsWith("'") && name.length > 1
    ? name.slice(1, -1).replace(/''/g, "'")
    : name;
}
