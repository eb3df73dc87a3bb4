/** Sheet names that Excel accepts: at most 31 characters, none of []*?:/\, each once. */
export function xlsxSheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const plain = name.replace(/[[\]*?:/\\]/g, "-").replace(/^'|'$/g, "-");
    let unique = plain.slice(0, 31);
    for (let number = 2; taken.has(unique.toLowerCase()); number += 1)
      unique = `${plain.slice(0, 27)} ${number}`;
    taken.add(unique.toLowerCase());
    return unique;
  });
}
